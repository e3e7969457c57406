"""Everything that becomes paper: templates, fonts, layout and PDF."""
