<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <location filename="../../kiosk/ui/phrases.py" line="26"/>
        <source>Refusal</source>
        <comment>This is not a ticket</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/phrases.py" line="27"/>
        <source>Refusal</source>
        <comment>Open the ticket from your invitation and hold up its QR code.</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/phrases.py" line="28"/>
        <source>Refusal</source>
        <comment>A website or payment code. Ask for the ticket, or search by name.</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/phrases.py" line="32"/>
        <source>Refusal</source>
        <comment>This code is not genuine</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/phrases.py" line="33"/>
        <source>Refusal</source>
        <comment>Please come to the help desk with your ID.</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/phrases.py" line="34"/>
        <source>Refusal</source>
        <comment>The signature does not hold. Search by name and check an ID.</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/phrases.py" line="38"/>
        <source>Refusal</source>
        <comment>A ticket for another event</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/phrases.py" line="39"/>
        <source>Refusal</source>
        <comment>Hold up the ticket for this event, or come to the help desk.</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/phrases.py" line="40"/>
        <source>Refusal</source>
        <comment>Genuine, but for another event. Search by name.</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/phrases.py" line="44"/>
        <source>Refusal</source>
        <comment>We cannot find this ticket</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/phrases.py" line="45"/>
        <source>Refusal</source>
        <comment>Please come to the help desk; we will find you by name.</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/phrases.py" line="46"/>
        <source>Refusal</source>
        <comment>Not on the list. Search by name or company.</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/phrases.py" line="50"/>
        <source>Refusal</source>
        <comment>This ticket cannot be used</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/phrases.py" line="51"/>
        <location filename="../../kiosk/ui/phrases.py" line="81"/>
        <source>Refusal</source>
        <comment>Please come to the help desk.</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/phrases.py" line="52"/>
        <source>Refusal</source>
        <comment>Revoked or blocked by the organiser. Call the organiser.</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/phrases.py" line="56"/>
        <source>Refusal</source>
        <comment>This registration was cancelled</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/phrases.py" line="57"/>
        <source>Refusal</source>
        <comment>If that is a mistake, please come to the help desk.</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/phrases.py" line="58"/>
        <source>Refusal</source>
        <comment>Cancelled. Ask the organiser before anything else.</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/phrases.py" line="62"/>
        <source>Refusal</source>
        <comment>The payment is still open</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/phrases.py" line="63"/>
        <source>Refusal</source>
        <comment>Please come to the help desk; it takes a minute.</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/phrases.py" line="64"/>
        <source>Refusal</source>
        <comment>Unpaid. Take the payment, then have the ticket set to valid.</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/phrases.py" line="68"/>
        <source>Refusal</source>
        <comment>This entrance is for other guests</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/phrases.py" line="69"/>
        <source>Refusal</source>
        <comment>Our staff will show you your entrance.</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/phrases.py" line="70"/>
        <source>Refusal</source>
        <comment>The category may not pass here. Show the right entrance.</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/phrases.py" line="74"/>
        <source>Refusal</source>
        <comment>Not open for you yet</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/phrases.py" line="75"/>
        <source>Refusal</source>
        <comment>Please come back later.</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/phrases.py" line="76"/>
        <source>Refusal</source>
        <comment>Before the opening time or the first valid day.</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/phrases.py" line="80"/>
        <source>Refusal</source>
        <comment>The time for this ticket is over</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/phrases.py" line="82"/>
        <source>Refusal</source>
        <comment>After the closing time or the last valid day.</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/phrases.py" line="86"/>
        <source>Refusal</source>
        <comment>This ticket is for another day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/phrases.py" line="87"/>
        <source>Refusal</source>
        <comment>Please check the date on your ticket.</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/phrases.py" line="88"/>
        <source>Refusal</source>
        <comment>Valid on other days only; they stand on the card.</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/phrases.py" line="92"/>
        <source>Refusal</source>
        <comment>You are already checked in</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/phrases.py" line="93"/>
        <source>Refusal</source>
        <comment>Lost your badge? Please come to the help desk.</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/phrases.py" line="94"/>
        <source>Refusal</source>
        <comment>Checked in before; reprint the badge if it was lost.</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/phrases.py" line="103"/>
        <source>Badge</source>
        <comment>Your badge is being printed …</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/phrases.py" line="105"/>
        <source>Badge</source>
        <comment>Please take your badge</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/phrases.py" line="107"/>
        <source>Badge</source>
        <comment>Please collect your badge at the help desk</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/desk_view.py" line="64"/>
        <source>Desk</source>
        <comment>Ready for the next guest</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/desk_view.py" line="65"/>
        <source>Desk</source>
        <comment>Scan a code, or press / to search by name.</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/desk_view.py" line="68"/>
        <source>Desk</source>
        <comment>Checking …</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/desk_view.py" line="71"/>
        <source>Desk</source>
        <comment>Yes (Y)</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/desk_view.py" line="71"/>
        <source>Desk</source>
        <comment>No (N)</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/desk_view.py" line="72"/>
        <source>Desk</source>
        <comment>Ask the guest</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/desk_view.py" line="76"/>
        <source>Desk</source>
        <comment>Admitted</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/desk_view.py" line="85"/>
        <source>Desk</source>
        <comment>Not recorded</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/desk_view.py" line="86"/>
        <source>Desk</source>
        <comment>Scan again.</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/desk_view.py" line="94"/>
        <source>Desk</source>
        <comment>Reprint (Ctrl+R)</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/desk_view.py" line="102"/>
        <source>Desk</source>
        <comment>By mistake</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/desk_view.py" line="103"/>
        <source>Desk</source>
        <comment>Keep the check-in</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/desk_view.py" line="112"/>
        <source>Desk</source>
        <comment>Damaged</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/desk_view.py" line="113"/>
        <source>Desk</source>
        <comment>Misprint</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/desk_view.py" line="114"/>
        <source>Desk</source>
        <comment>No reprint</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/desk_view.py" line="124"/>
        <source>Desk</source>
        <comment>Badge: printing …</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/desk_view.py" line="126"/>
        <source>Desk</source>
        <comment>Badge: printed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/desk_view.py" line="128"/>
        <source>Desk</source>
        <comment>Badge: did it come out? See the printer lamp.</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/desk_view.py" line="130"/>
        <source>Desk</source>
        <comment>Badge: not printed. See the printer lamp.</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/desk_view.py" line="166"/>
        <source>Desk</source>
        <comment>First check-in: %1 at %2</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/guest_view.py" line="55"/>
        <source>Guest</source>
        <comment>One moment …</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/guest_view.py" line="58"/>
        <source>Guest</source>
        <comment>A question before you go in</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/guest_view.py" line="62"/>
        <source>Guest</source>
        <comment>Help desk: %1</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/guest_view.py" line="68"/>
        <source>Guest</source>
        <comment>Something is not working</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/guest_view.py" line="69"/>
        <source>Guest</source>
        <comment>Please try once more, or come to the help desk.</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/guest_view.py" line="84"/>
        <source>Guest</source>
        <comment>Welcome</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeskLists</name>
    <message>
        <location filename="../../kiosk/ui/screens/desk_lists.py" line="93"/>
        <source>Find a guest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/desk_lists.py" line="94"/>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/desk_lists.py" line="95"/>
        <source>Name, pinyin, company, phone …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/desk_lists.py" line="127"/>
        <source>Nobody found. Try one character less, or the company.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/desk_lists.py" line="149"/>
        <source>not here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/desk_lists.py" line="152"/>
        <source>in since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/desk_lists.py" line="158"/>
        <source>Not on the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/desk_lists.py" line="161"/>
        <source>undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/desk_lists.py" line="163"/>
        <source>admitted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FrontDesk</name>
    <message>
        <location filename="../../kiosk/ui/screens/front_desk.py" line="145"/>
        <source>Scan or type a code, Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/front_desk.py" line="148"/>
        <source>/ search · Ctrl+Z undo · Ctrl+R reprint · Ctrl+L 中文/English · Esc next guest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/front_desk.py" line="152"/>
        <source>Camera: ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/front_desk.py" line="155"/>
        <source>Printer: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/front_desk.py" line="157"/>
        <source>Waiting for sync: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GuestPage</name>
    <message>
        <location filename="../../kiosk/ui/screens/guest_page.py" line="69"/>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/guest_page.py" line="70"/>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutOfOrder</name>
    <message>
        <location filename="../../kiosk/ui/screens/out_of_order.py" line="65"/>
        <source>This station is out of order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/out_of_order.py" line="66"/>
        <source>Please use the next station. Staff: restart this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/out_of_order.py" line="67"/>
        <source>Every check-in that was shown is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/out_of_order.py" line="68"/>
        <source>Restart</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QCoreApplication</name>
    <message>
        <location filename="../../kiosk/ui/screens/desk_view.py" line="94"/>
        <source>Desk</source>
        <comment>Undo (Ctrl+Z)</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/desk_view.py" line="101"/>
        <source>Desk</source>
        <comment>Wrong person</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/desk_view.py" line="111"/>
        <source>Desk</source>
        <comment>Lost</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SelfService</name>
    <message>
        <location filename="../../kiosk/ui/screens/self_service.py" line="101"/>
        <source>Please use the scanner, or the next station. Our staff is coming.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/self_service.py" line="104"/>
        <source>Hold your ticket code up to the camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/self_service.py" line="105"/>
        <source>On your phone or on paper, about a hand&apos;s width away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../kiosk/ui/screens/self_service.py" line="107"/>
        <source>The camera only reads the code. No picture is kept or sent anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
