/* Preloaded, this lets CUPS's ippeveprinter run where no Avahi is: every call succeeds and does nothing. */
#include <stddef.h>

static int something;

#define POINTER(name, arguments) void *name arguments { return &something; }
#define NUMBER(name, arguments, value) int name arguments { return value; }
#define NOTHING(name, arguments) void name arguments {}
#define TEXT(name, arguments) const char *name arguments { return "localhost"; }

POINTER(avahi_threaded_poll_new, (void))
POINTER(avahi_threaded_poll_get, (void *poll))
NUMBER(avahi_threaded_poll_start, (void *poll), 0)
NUMBER(avahi_threaded_poll_stop, (void *poll), 0)
NOTHING(avahi_threaded_poll_lock, (void *poll))
NOTHING(avahi_threaded_poll_unlock, (void *poll))
NOTHING(avahi_threaded_poll_free, (void *poll))

void *avahi_client_new(const void *poll, int flags, void *callback, void *data, int *error)
{
    if (error)
        *error = 0;
    return &something;
}

NOTHING(avahi_client_free, (void *client))
TEXT(avahi_client_get_host_name_fqdn, (void *client))
TEXT(avahi_client_get_host_name, (void *client))
NUMBER(avahi_client_get_state, (void *client), 2)
NUMBER(avahi_client_errno, (void *client), 0)
POINTER(avahi_entry_group_new, (void *client, void *callback, void *data))
NUMBER(avahi_entry_group_add_service_strlst, (void *group, ...), 0)
NUMBER(avahi_entry_group_add_service_subtype, (void *group, ...), 0)
NUMBER(avahi_entry_group_add_record, (void *group, ...), 0)
NUMBER(avahi_entry_group_update_service_txt_strlst, (void *group, ...), 0)
NUMBER(avahi_entry_group_commit, (void *group), 0)
NUMBER(avahi_entry_group_reset, (void *group), 0)
NUMBER(avahi_entry_group_free, (void *group), 0)
