<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AttractPage</name>
    <message>
        <source>No code at hand?</source>
        <translation>没带二维码？</translation>
    </message>
    <message>
        <source>The camera is not available</source>
        <translation>摄像头暂时无法使用</translation>
    </message>
    <message>
        <source>Please use the scanner, or the next station. Our staff is coming.</source>
        <translation>请使用扫码枪或旁边的签到机，工作人员马上就来。</translation>
    </message>
    <message>
        <source>Hold your ticket code up to the camera</source>
        <translation>请将参会码对准镜头</translation>
    </message>
    <message>
        <source>On your phone or on paper, about a hand&apos;s width away</source>
        <translation>手机或纸质均可，距离约一掌</translation>
    </message>
    <message>
        <source>The camera only reads the code. No picture is kept or sent anywhere.</source>
        <translation>摄像头仅用于识别二维码，不保存、不上传任何画面。</translation>
    </message>
</context>
<context>
    <name>Badge</name>
    <message>
        <source>Your badge is being printed …</source>
        <translation>正在打印您的胸卡 …</translation>
    </message>
    <message>
        <source>Please take your badge</source>
        <translation>请取走您的胸卡</translation>
    </message>
    <message>
        <source>Please collect your badge at the help desk</source>
        <translation>请到服务台领取胸卡</translation>
    </message>
    <message>
        <source>The right badge</source>
        <translation>胸卡正确</translation>
    </message>
    <message>
        <source>An old badge</source>
        <translation>旧胸卡</translation>
    </message>
    <message>
        <source>It was replaced: please hand it in and take the new one.</source>
        <translation>它已作废：请交还旧卡，领取新卡。</translation>
    </message>
    <message>
        <source>The wrong badge</source>
        <translation>胸卡不对</translation>
    </message>
    <message>
        <source>It is somebody else&apos;s: please put it back and take yours.</source>
        <translation>这是别人的胸卡：请放回，领取自己的。</translation>
    </message>
    <message>
        <source>Your badge is at the pick-up desk: %1</source>
        <translation>胸卡在领取处：%1</translation>
    </message>
</context>
<context>
    <name>Care</name>
    <message>
        <source>write this station&apos;s check-ins to a stick</source>
        <translation>把本机的签到记录写入 U 盘</translation>
    </message>
    <message>
        <source>take another station&apos;s check-ins from a stick</source>
        <translation>从 U 盘读入其他签到台的记录</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Where there is no network. Taking a file twice changes nothing.</source>
        <translation>适用于没有网络的场合。同一文件读入两次不会重复。</translation>
    </message>
    <message>
        <source>Check-ins on a stick</source>
        <translation>用 U 盘传送签到记录</translation>
    </message>
    <message>
        <source>Go on (Enter)</source>
        <translation>继续（Enter）</translation>
    </message>
    <message>
        <source>How this station is</source>
        <translation>本机状态</translation>
    </message>
    <message>
        <source>Back (Enter)</source>
        <translation>返回（Enter）</translation>
    </message>
</context>
<context>
    <name>CareForms</name>
    <message>
        <source>Looking at every part …</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Check-ins (*.jsonl)</source>
        <translation>签到记录 (*.jsonl)</translation>
    </message>
    <message>
        <source>Write check-ins to a stick</source>
        <translation>写入 U 盘</translation>
    </message>
    <message>
        <source>Take check-ins from a stick</source>
        <translation>从 U 盘读入</translation>
    </message>
    <message>
        <source>%1 records written to %2. Take the stick out safely.</source>
        <translation>已将 %1 条记录写入 %2，请安全弹出 U 盘。</translation>
    </message>
    <message>
        <source>%1 records in %2, %3 of them new.</source>
        <translation>%2 中有 %1 条记录，其中 %3 条是新的。</translation>
    </message>
</context>
<context>
    <name>Column</name>
    <message>
        <source>Organiser&apos;s id</source>
        <translation>主办方编号</translation>
    </message>
    <message>
        <source>Ticket number</source>
        <translation>票号</translation>
    </message>
    <message>
        <source>QR code&apos;s text</source>
        <translation>二维码内容</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Latin name</source>
        <translation>英文名</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>有效日期</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>场次</translation>
    </message>
    <message>
        <source>Invitations</source>
        <translation>受邀场合</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>生效时间</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>失效时间</translation>
    </message>
    <message>
        <source>Note for staff</source>
        <translation>工作人员备注</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>团组</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Ready for the next guest</source>
        <translation>请下一位</translation>
    </message>
    <message>
        <source>Scan a code, or press / to search by name.</source>
        <translation>扫码签到，或按 / 按姓名查找。</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>核对中 …</translation>
    </message>
    <message>
        <source>Yes (Y)</source>
        <translation>是 (Y)</translation>
    </message>
    <message>
        <source>No (N)</source>
        <translation>否 (N)</translation>
    </message>
    <message>
        <source>Ask the guest</source>
        <translation>请询问来宾</translation>
    </message>
    <message>
        <source>Admitted</source>
        <translation>签到成功</translation>
    </message>
    <message>
        <source>Let in (Ctrl+F)</source>
        <translation>放行（Ctrl+F）</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>未能记录</translation>
    </message>
    <message>
        <source>Scan again.</source>
        <translation>请重新扫码。</translation>
    </message>
    <message>
        <source>Please note</source>
        <translation>请注意</translation>
    </message>
    <message>
        <source>Seen (Y)</source>
        <translation>已知悉（Y）</translation>
    </message>
    <message>
        <source>Check the ID</source>
        <translation>核验证件</translation>
    </message>
    <message>
        <source>not on the list</source>
        <translation>不在名单上</translation>
    </message>
    <message>
        <source>Whose ticket?</source>
        <translation>这是谁的票？</translation>
    </message>
    <message>
        <source>Several valid tickets are in view. Esc: none of them.</source>
        <translation>画面中有多张有效门票。按 Esc：都不是。</translation>
    </message>
    <message>
        <source>The printer cannot say. Look in its tray; guests go on meanwhile.</source>
        <translation>打印机无法确认，请看一下出纸口。其间可以照常签到。</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>撤销 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Reprint (Ctrl+R)</source>
        <translation>补印 (Ctrl+R)</translation>
    </message>
    <message>
        <source>1 It came out</source>
        <translation>1 已出卡</translation>
    </message>
    <message>
        <source>2 Print it again</source>
        <translation>2 重新打印</translation>
    </message>
    <message>
        <source>1 Paid</source>
        <translation>1 已付款</translation>
    </message>
    <message>
        <source>2 Agreed</source>
        <translation>2 已同意</translation>
    </message>
    <message>
        <source>3 ID seen</source>
        <translation>3 已核验</translation>
    </message>
    <message>
        <source>4 Refuse</source>
        <translation>4 不放行</translation>
    </message>
    <message>
        <source>1 Wrong one</source>
        <translation>1 认错人</translation>
    </message>
    <message>
        <source>2 By mistake</source>
        <translation>2 误操作</translation>
    </message>
    <message>
        <source>3 Keep it</source>
        <translation>3 保留</translation>
    </message>
    <message>
        <source>1 Lost</source>
        <translation>1 遗失</translation>
    </message>
    <message>
        <source>2 Torn</source>
        <translation>2 损坏</translation>
    </message>
    <message>
        <source>3 Misprint</source>
        <translation>3 印错</translation>
    </message>
    <message>
        <source>4 No</source>
        <translation>4 不补印</translation>
    </message>
    <message>
        <source>Badge: printing …</source>
        <translation>胸卡：打印中 …</translation>
    </message>
    <message>
        <source>Badge: printed</source>
        <translation>胸卡：已打印</translation>
    </message>
    <message>
        <source>Did the badge come out?</source>
        <translation>胸卡出来了吗？</translation>
    </message>
    <message>
        <source>Badge: printed beforehand, %1</source>
        <translation>胸卡已预先打印：%1</translation>
    </message>
    <message>
        <source>Badge: not printed. See the printer lamp.</source>
        <translation>胸卡：未打印，请看打印机状态。</translation>
    </message>
    <message>
        <source>First check-in: %1 at %2</source>
        <translation>首次签到：%1，%2</translation>
    </message>
    <message>
        <source>/ search · Ctrl+N register · Ctrl+E correct · Ctrl+Z undo · Ctrl+R reprint · Ctrl+L 中文/English · Esc next guest · F1 all keys</source>
        <translation>/ 查找 · Ctrl+N 现场登记 · Ctrl+E 更正 · Ctrl+Z 撤销 · Ctrl+R 补印 · Ctrl+L English · Esc 下一位 · F1 全部按键</translation>
    </message>
</context>
<context>
    <name>DeskActions</name>
    <message>
        <source>Why print it again?</source>
        <translation>为什么补印？</translation>
    </message>
    <message>
        <source>Why take it back?</source>
        <translation>为什么撤销？</translation>
    </message>
    <message>
        <source>Why let the guest in?</source>
        <translation>为什么放行？</translation>
    </message>
    <message>
        <source>It was taken back before.</source>
        <translation>此前已经撤销过。</translation>
    </message>
</context>
<context>
    <name>DeskForms</name>
    <message>
        <source>A name is needed.</source>
        <translation>请填写姓名。</translation>
    </message>
    <message>
        <source>The ticket is now %1&apos;s. Print a new badge with Ctrl+R.</source>
        <translation>此票已转给%1。按 Ctrl+R 打印新胸卡。</translation>
    </message>
    <message>
        <source>Saved. Ctrl+R prints the badge again.</source>
        <translation>已保存。按 Ctrl+R 可重新打印胸卡。</translation>
    </message>
    <message>
        <source>Say why, in a word.</source>
        <translation>请简单说明原因。</translation>
    </message>
    <message>
        <source>Changed. Scan the ticket again.</source>
        <translation>已更改。请重新扫码。</translation>
    </message>
    <message>
        <source>Noted.</source>
        <translation>已记下。</translation>
    </message>
    <message>
        <source>Who takes it? A name at least.</source>
        <translation>由谁领取？请至少填写姓名。</translation>
    </message>
</context>
<context>
    <name>DeskLamps</name>
    <message>
        <source>Camera: ready</source>
        <translation>摄像头：正常</translation>
    </message>
    <message>
        <source>Printer: %1</source>
        <translation>打印机：%1</translation>
    </message>
    <message>
        <source>Clock: the computer&apos;s date or time looks wrong. Set it.</source>
        <translation>时钟：电脑时间不对，请校准</translation>
    </message>
    <message>
        <source>Badges to ask about: %1 (Esc)</source>
        <translation>待确认的胸卡：%1（Esc）</translation>
    </message>
</context>
<context>
    <name>DeskLists</name>
    <message>
        <source>Find a guest</source>
        <translation>查找来宾</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近签到</translation>
    </message>
    <message>
        <source>Name or phone</source>
        <translation>姓名、单位或手机</translation>
    </message>
    <message>
        <source>Guests found</source>
        <translation>找到的来宾</translation>
    </message>
    <message>
        <source>Nobody found. Try one character less, or the company.</source>
        <translation>没有找到。请少输一个字，或试试单位。</translation>
    </message>
    <message>
        <source>not here yet</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>in since %1</source>
        <translation>%1 已到</translation>
    </message>
    <message>
        <source>Not on the list</source>
        <translation>不在名单</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>admitted</source>
        <translation>已签到</translation>
    </message>
</context>
<context>
    <name>DeskParties</name>
    <message>
        <source>%1 belongs to no group.</source>
        <translation>%1不属于任何团组。</translation>
    </message>
    <message>
        <source>%1 checked in.</source>
        <translation>%1 人已签到。</translation>
    </message>
    <message>
        <source>must be asked something: scan the ticket</source>
        <translation>需要询问，请单独扫码</translation>
    </message>
    <message>
        <source>and %1 more, see the recent list</source>
        <translation>另有 %1 人，见最近签到</translation>
    </message>
    <message>
        <source>%1 guests match. Type the ticket&apos;s number.</source>
        <translation>有 %1 位来宾相符，请输入票号。</translation>
    </message>
    <message>
        <source>They are one now.</source>
        <translation>已合并为一人。</translation>
    </message>
</context>
<context>
    <name>DeskPrinting</name>
    <message>
        <source>The printers are not set up yet. Wait a moment.</source>
        <translation>打印机尚未就绪，请稍候。</translation>
    </message>
    <message>
        <source>%1 prints by the design %2.</source>
        <translation>%1 现在按设计“%2”打印。</translation>
    </message>
    <message>
        <source>A name is needed.</source>
        <translation>请填写姓名。</translation>
    </message>
    <message>
        <source>Saved. The badge comes.</source>
        <translation>已保存，胸卡即将打印。</translation>
    </message>
    <message>
        <source>Not checked in yet: the badge comes with that.</source>
        <translation>尚未签到：签到后会打印胸卡。</translation>
    </message>
    <message>
        <source>Badge no. %1 is on its way.</source>
        <translation>第 %1 张胸卡即将打印。</translation>
    </message>
    <message>
        <source>How many badges? A number, or nothing.</source>
        <translation>有多少张胸卡？请填数字，或留空。</translation>
    </message>
    <message>
        <source>No font has %1: choose pinyin or by hand.</source>
        <translation>没有字体能显示“%1”：请选印拼音或手写。</translation>
    </message>
    <message>
        <source>Too long for the badge: shorten it.</source>
        <translation>胸卡放不下，请缩短。</translation>
    </message>
</context>
<context>
    <name>DeskSide</name>
    <message>
        <source>Scan or type</source>
        <translation>扫码或输入</translation>
    </message>
</context>
<context>
    <name>Door</name>
    <message>
        <source>inside, of %1</source>
        <translation>人在场，共可容纳 %1 人</translation>
    </message>
    <message>
        <source>inside</source>
        <translation>人在场</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>已满</translation>
    </message>
    <message>
        <source>Scan to enter</source>
        <translation>扫码入场</translation>
    </message>
    <message>
        <source>Scan to leave</source>
        <translation>扫码离场</translation>
    </message>
    <message>
        <source>Please go in</source>
        <translation>请进</translation>
    </message>
    <message>
        <source>Goodbye</source>
        <translation>再见</translation>
    </message>
    <message>
        <source>Please see our staff</source>
        <translation>请联系工作人员</translation>
    </message>
    <message>
        <source>Something must be asked first, or one code at a time.</source>
        <translation>需要先确认信息；请一次只出示一个码。</translation>
    </message>
    <message>
        <source>Something is not working</source>
        <translation>系统出现问题</translation>
    </message>
    <message>
        <source>Please try once more, or ask our staff.</source>
        <translation>请再试一次，或联系工作人员。</translation>
    </message>
</context>
<context>
    <name>FindMeDialogue</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>I know my ticket number</source>
        <translation>用票号查找</translation>
    </message>
    <message>
        <source>By telephone number</source>
        <translation>用手机号查找</translation>
    </message>
    <message>
        <source>The last 4 digits of your mobile number</source>
        <translation>请输入手机号后 4 位</translation>
    </message>
    <message>
        <source>The first letters of your name</source>
        <translation>请输入姓名首字母</translation>
    </message>
    <message>
        <source>In pinyin: 李小明 is LXM. In Latin letters: Anna Smith is AS.</source>
        <translation>姓名拼音首字母，例如李小明输入 LXM</translation>
    </message>
    <message>
        <source>Your ticket number</source>
        <translation>请输入票号</translation>
    </message>
    <message>
        <source>It is in the message that confirmed your registration.</source>
        <translation>报名确认短信或邮件里有票号。</translation>
    </message>
    <message>
        <source>We could not find you with that</source>
        <translation>没有找到您的信息</translation>
    </message>
    <message>
        <source>Please come to the help desk: %1</source>
        <translation>请到服务台：%1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Are you %1?</source>
        <translation>您是 %1 吗？</translation>
    </message>
    <message>
        <source>To make sure: the last 4 digits of your mobile number.</source>
        <translation>为确认身份，请输入手机号后 4 位。</translation>
    </message>
    <message>
        <source>To make sure: the 4 digits before those, as in 138&#xa0;****&#xa0;5678.</source>
        <translation>为确认身份，请输入手机号中间 4 位（138&#xa0;****&#xa0;5678）。</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Register a guest</source>
        <translation>现场登记</translation>
    </message>
    <message>
        <source>A business card&apos;s QR code fills this in: hold it up or scan it.</source>
        <translation>出示或扫描名片二维码可自动填写。</translation>
    </message>
    <message>
        <source>Check in (Enter)</source>
        <translation>登记并签到（Enter）</translation>
    </message>
    <message>
        <source>Another person takes this ticket: old codes stop working</source>
        <translation>此票转给他人：旧二维码和旧胸卡作废</translation>
    </message>
    <message>
        <source>Correct %1</source>
        <translation>更正 %1</translation>
    </message>
    <message>
        <source>Save (Enter)</source>
        <translation>保存（Enter）</translation>
    </message>
    <message>
        <source>It stays when a new list is imported.</source>
        <translation>导入新名单后仍然有效。</translation>
    </message>
    <message>
        <source>Change the ticket of %1</source>
        <translation>更改%1的门票</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Change (Enter)</source>
        <translation>更改（Enter）</translation>
    </message>
    <message>
        <source>A supervisor&apos;s PIN is asked for.</source>
        <translation>需要主管输入 PIN 码。</translation>
    </message>
    <message>
        <source>The event hands nothing out to this category.</source>
        <translation>本活动没有给该类别发放的物品。</translation>
    </message>
    <message>
        <source>Tray or serial number</source>
        <translation>托盘号或序号</translation>
    </message>
    <message>
        <source>Hand out to %1</source>
        <translation>发放物品：%1</translation>
    </message>
    <message>
        <source>here already</source>
        <translation>已到</translation>
    </message>
    <message>
        <source>Check in the group %1</source>
        <translation>团组签到：%1</translation>
    </message>
    <message>
        <source>Check them in (Enter)</source>
        <translation>为勾选者签到（Enter）</translation>
    </message>
    <message>
        <source>Take the tick away from whoever is not here.</source>
        <translation>请取消未到者的勾选。</translation>
    </message>
    <message>
        <source>%1 has two tickets</source>
        <translation>%1有两张票</translation>
    </message>
    <message>
        <source>Number or name of the other ticket</source>
        <translation>另一张票的票号或姓名</translation>
    </message>
    <message>
        <source>Look it up (Enter)</source>
        <translation>查找（Enter）</translation>
    </message>
    <message>
        <source>Both become one; the one that has arrived is kept.</source>
        <translation>两张票合为一张，保留已签到的那张。</translation>
    </message>
    <message>
        <source>Is this one person?</source>
        <translation>是同一个人吗？</translation>
    </message>
    <message>
        <source>Yes, make them one (Enter)</source>
        <translation>是，合并（Enter）</translation>
    </message>
    <message>
        <source>Somebody collects the badge of %1</source>
        <translation>代领%1的胸卡</translation>
    </message>
    <message>
        <source>Who? Name and phone</source>
        <translation>代领人姓名和电话</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
</context>
<context>
    <name>FormHost</name>
    <message>
        <source>Find a guest first: scan a code, or press /.</source>
        <translation>请先找到来宾：扫码，或按 / 查找。</translation>
    </message>
    <message>
        <source>Leave (Esc)</source>
        <translation>离开（Esc）</translation>
    </message>
    <message>
        <source>Finish this first, or leave it with Esc.</source>
        <translation>请先完成此表，或按 Esc 离开。</translation>
    </message>
</context>
<context>
    <name>Guest</name>
    <message>
        <source>One moment …</source>
        <translation>请稍候 …</translation>
    </message>
    <message>
        <source>A question before you go in</source>
        <translation>入场前请确认</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Help desk</source>
        <translation>服务台</translation>
    </message>
    <message>
        <source>Something is not working</source>
        <translation>系统暂时无法使用</translation>
    </message>
    <message>
        <source>Please try once more, or come to the help desk.</source>
        <translation>请再试一次，或到服务台办理。</translation>
    </message>
    <message>
        <source>Ticket %1</source>
        <translation>门票 %1</translation>
    </message>
    <message>
        <source>Neither</source>
        <translation>都不是</translation>
    </message>
    <message>
        <source>Whose ticket is it?</source>
        <translation>请问是哪一位？</translation>
    </message>
    <message>
        <source>More than one ticket is in view. Press a name, then show the other ticket.</source>
        <translation>画面中有多张门票。请先点一位姓名，再出示另一张。</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎您</translation>
    </message>
    <message>
        <source>Coming up</source>
        <translation>接下来</translation>
    </message>
</context>
<context>
    <name>GuestHeader</name>
    <message>
        <source>As usual</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Easier</source>
        <translation>无障碍</translation>
    </message>
</context>
<context>
    <name>Hint</name>
    <message>
        <source>A little closer, please</source>
        <translation>请再靠近一点</translation>
    </message>
    <message>
        <source>A little further away, please</source>
        <translation>请拿远一点</translation>
    </message>
    <message>
        <source>Hold still for a moment</source>
        <translation>请拿稳，保持不动</translation>
    </message>
    <message>
        <source>Turn up your screen&apos;s brightness</source>
        <translation>请调亮手机屏幕</translation>
    </message>
    <message>
        <source>Tilt it away from the light</source>
        <translation>请倾斜一下，避开反光</translation>
    </message>
    <message>
        <source>Show the whole code inside the frame</source>
        <translation>请将整个二维码放入框内</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>find by name, pinyin, company, phone, number</source>
        <translation>按姓名、拼音、单位、手机、票号查找</translation>
    </message>
    <message>
        <source>check in whom you found</source>
        <translation>为找到的来宾签到</translation>
    </message>
    <message>
        <source>next guest</source>
        <translation>下一位</translation>
    </message>
    <message>
        <source>take the check-in back</source>
        <translation>撤销签到</translation>
    </message>
    <message>
        <source>print the badge again</source>
        <translation>补印胸卡</translation>
    </message>
    <message>
        <source>let in with a supervisor&apos;s PIN</source>
        <translation>由主管输入 PIN 码放行</translation>
    </message>
    <message>
        <source>register a walk-in</source>
        <translation>现场登记</translation>
    </message>
    <message>
        <source>correct or hand on</source>
        <translation>更正或转让</translation>
    </message>
    <message>
        <source>category, cancel</source>
        <translation>更改类别、取消门票</translation>
    </message>
    <message>
        <source>hand out: headset, gift</source>
        <translation>发放物品：耳机、礼品</translation>
    </message>
    <message>
        <source>check the group in</source>
        <translation>为来宾的团组签到</translation>
    </message>
    <message>
        <source>merge two tickets</source>
        <translation>合并两张票</translation>
    </message>
    <message>
        <source>badge collected by somebody else</source>
        <translation>由他人代领胸卡</translation>
    </message>
    <message>
        <source>what happened; take back</source>
        <translation>来宾记录；撤回更改</translation>
    </message>
    <message>
        <source>badge: look, edit, print</source>
        <translation>查看、修改并打印胸卡</translation>
    </message>
    <message>
        <source>printers, waiting badges</source>
        <translation>打印机与待打胸卡</translation>
    </message>
    <message>
        <source>badge design, test page</source>
        <translation>胸卡设计与试打</translation>
    </message>
    <message>
        <source>who came; lists and sheets</source>
        <translation>到场统计；名单和签到表</translation>
    </message>
    <message>
        <source>import a list</source>
        <translation>导入名单</translation>
    </message>
    <message>
        <source>check-ins on a stick</source>
        <translation>用 U 盘传送签到记录</translation>
    </message>
    <message>
        <source>how this station is</source>
        <translation>本机状态检查</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Back (Enter)</source>
        <translation>返回（Enter）</translation>
    </message>
</context>
<context>
    <name>LeavingDialogue</name>
    <message>
        <source>Wrong PIN. Wait %1 seconds.</source>
        <translation>PIN 码不正确，请等待 %1 秒。</translation>
    </message>
    <message>
        <source>Wrong PIN.</source>
        <translation>PIN 码不正确。</translation>
    </message>
    <message>
        <source>For staff</source>
        <translation>工作人员专用</translation>
    </message>
    <message>
        <source>Your PIN ends this station&apos;s program.</source>
        <translation>输入 PIN 码可退出本机程序。</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>退出程序</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>ListForms</name>
    <message>
        <source>Lists (*.csv *.xlsx *.txt)</source>
        <translation>名单 (*.csv *.xlsx *.txt)</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>导入名单</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>正在读取 %1</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>正在导入 %1</translation>
    </message>
    <message>
        <source>%1 was taken back. Check-ins are as they were.</source>
        <translation>已撤回 %1。签到记录没有变化。</translation>
    </message>
    <message>
        <source>Cancel (Enter)</source>
        <translation>取消（Enter）</translation>
    </message>
    <message>
        <source>Guests go on meanwhile.</source>
        <translation>其间可以照常签到。</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>Take this import back</source>
        <translation>撤回这次导入</translation>
    </message>
    <message>
        <source>%1 is imported</source>
        <translation>%1 已导入</translation>
    </message>
    <message>
        <source>Done (Enter)</source>
        <translation>完成（Enter）</translation>
    </message>
    <message>
        <source>(leave out)</source>
        <translation>（不导入）</translation>
    </message>
    <message>
        <source>What do the columns of %1 mean?</source>
        <translation>%1 的各列是什么？</translation>
    </message>
    <message>
        <source>Go on (Enter)</source>
        <translation>继续（Enter）</translation>
    </message>
    <message>
        <source>A name and a ticket number or code are needed.</source>
        <translation>至少需要姓名，以及票号或二维码。</translation>
    </message>
    <message>
        <source>Left out, row %1: </source>
        <translation>未导入，第 %1 行：</translation>
    </message>
    <message>
        <source>Look at row %1: </source>
        <translation>请留意第 %1 行：</translation>
    </message>
    <message>
        <source>Cancel the %1 tickets that this list lacks</source>
        <translation>取消名单中没有的 %1 张票</translation>
    </message>
    <message>
        <source>Import (Enter)</source>
        <translation>导入（Enter）</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>What %1 brings</source>
        <translation>%1 的内容</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>新增 %1</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>更新 %1</translation>
    </message>
    <message>
        <source>%1 unchanged</source>
        <translation>未变 %1</translation>
    </message>
    <message>
        <source>%1 missing from the list</source>
        <translation>名单中缺少 %1</translation>
    </message>
    <message>
        <source>%1 rows left out</source>
        <translation>未导入 %1 行</translation>
    </message>
</context>
<context>
    <name>OutOfOrder</name>
    <message>
        <source>This station is out of order</source>
        <translation>本机暂停服务</translation>
    </message>
    <message>
        <source>Please use the next station. Staff: restart this one.</source>
        <translation>请使用旁边的签到机。工作人员：请重新启动本机。</translation>
    </message>
    <message>
        <source>Every check-in that was shown is saved.</source>
        <translation>已显示的签到均已保存。</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>重新启动</translation>
    </message>
</context>
<context>
    <name>PaperForms</name>
    <message>
        <source>Writing…</source>
        <translation>正在生成…</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已生成：%1</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>All guests</source>
        <translation>全部来宾</translation>
    </message>
    <message>
        <source>paper list to go on with (PDF)</source>
        <translation>应急纸质名单（PDF）</translation>
    </message>
    <message>
        <source>attendance sheet to sign (PDF)</source>
        <translation>签到签名表（PDF）</translation>
    </message>
    <message>
        <source>who is missing (XLSX)</source>
        <translation>未到名单（XLSX）</translation>
    </message>
    <message>
        <source>arrivals by session, day and hour (XLSX)</source>
        <translation>按场次、日期和小时的到场统计（XLSX）</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>签到点</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Write the paper list every hour</source>
        <translation>每小时生成一次纸质名单</translation>
    </message>
    <message>
        <source>Who came</source>
        <translation>到场统计</translation>
    </message>
    <message>
        <source>Write (Enter)</source>
        <translation>生成（Enter）</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1：已到 %2 / %3</translation>
    </message>
</context>
<context>
    <name>PinDialogue</name>
    <message>
        <source>Who is at the desk?</source>
        <translation>当班的是谁？</translation>
    </message>
    <message>
        <source>Who allows it?</source>
        <translation>由谁批准？</translation>
    </message>
    <message>
        <source>Nobody has a PIN yet: `staff add NAME` makes one.</source>
        <translation>还没有人设置 PIN，请用 staff add 添加。</translation>
    </message>
    <message>
        <source>PIN of %1, then Enter.</source>
        <translation>请 %1 输入 PIN，按回车。</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>That is not the PIN.</source>
        <translation>PIN 不对。</translation>
    </message>
    <message>
        <source>Wait %1 seconds.</source>
        <translation>请等待 %1 秒。</translation>
    </message>
    <message>
        <source>%1 may not do this.</source>
        <translation>%1 无权进行此操作。</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>What the camera sees</source>
        <translation>摄像头画面</translation>
    </message>
</context>
<context>
    <name>Print</name>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Earlier badges open no door any more</source>
        <translation>此前的胸卡作废，不再放行</translation>
    </message>
    <message>
        <source>Badges so far: %1</source>
        <translation>已打胸卡：%1 张</translation>
    </message>
    <message>
        <source>The badge of %1</source>
        <translation>%1 的胸卡</translation>
    </message>
    <message>
        <source>Print it (Enter)</source>
        <translation>打印（Enter）</translation>
    </message>
    <message>
        <source>The printers are not set up yet. Wait a moment.</source>
        <translation>打印机尚未就绪，请稍候。</translation>
    </message>
    <message>
        <source>%1 in it</source>
        <translation>机内 %1 张</translation>
    </message>
    <message>
        <source>Badges left</source>
        <translation>余纸（张）</translation>
    </message>
    <message>
        <source>No badge waits.</source>
        <translation>没有待打的胸卡。</translation>
    </message>
    <message>
        <source>Printers and badges</source>
        <translation>打印机与胸卡</translation>
    </message>
    <message>
        <source>Do it (Enter)</source>
        <translation>执行（Enter）</translation>
    </message>
    <message>
        <source>Paused: waits. Drained: the neighbour prints what waits.</source>
        <translation>暂停：任务等待。停止接单：任务转给其他打印机。</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Badge design</source>
        <translation>胸卡设计</translation>
    </message>
    <message>
        <source>Print a page with a 50 mm ruler, to be measured</source>
        <translation>打印一页 50 毫米标尺，供测量</translation>
    </message>
    <message>
        <source>Badge designs</source>
        <translation>胸卡设计</translation>
    </message>
    <message>
        <source>Use it (Enter)</source>
        <translation>使用（Enter）</translation>
    </message>
    <message>
        <source>Every badge from now on; kept in the settings.</source>
        <translation>此后所有胸卡均采用，并保存到设置。</translation>
    </message>
    <message>
        <source>not on the list</source>
        <translation>不在名单上</translation>
    </message>
    <message>
        <source>did it come out?</source>
        <translation>出来了吗？</translation>
    </message>
    <message>
        <source>it came out</source>
        <translation>出来了</translation>
    </message>
    <message>
        <source>print it again</source>
        <translation>再打一张</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>在“%1”里</translation>
    </message>
    <message>
        <source>do not print it</source>
        <translation>不打了</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>print it next</source>
        <translation>下一个就打</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>信息有改</translation>
    </message>
    <message>
        <source>torn</source>
        <translation>破损</translation>
    </message>
    <message>
        <source>misprint</source>
        <translation>打印不良</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>遗失</translation>
    </message>
    <message>
        <source>no font: name in pinyin</source>
        <translation>缺字：印拼音</translation>
    </message>
    <message>
        <source>no font: name by hand</source>
        <translation>缺字：留空手写</translation>
    </message>
    <message>
        <source>prints</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>is paused</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>is drained</source>
        <translation>停止接单</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>This is not a ticket</source>
        <translation>这不是参会码</translation>
    </message>
    <message>
        <source>Open the ticket from your invitation and hold up its QR code.</source>
        <translation>请打开邀请函里的参会码，再对准镜头。</translation>
    </message>
    <message>
        <source>Ask for the ticket, or search by name.</source>
        <translation>请来宾出示门票，或按姓名搜索。</translation>
    </message>
    <message>
        <source>This code is not genuine</source>
        <translation>二维码未通过验证</translation>
    </message>
    <message>
        <source>Please come to the help desk with your ID.</source>
        <translation>请携带证件到服务台。</translation>
    </message>
    <message>
        <source>The signature does not hold. Search by name and check an ID.</source>
        <translation>签名不符。请按姓名查找并核对证件。</translation>
    </message>
    <message>
        <source>A ticket for another event</source>
        <translation>这是其他活动的票</translation>
    </message>
    <message>
        <source>Hold up the ticket for this event, or come to the help desk.</source>
        <translation>请出示本次活动的参会码，或前往服务台。</translation>
    </message>
    <message>
        <source>Genuine, but for another event. Search by name.</source>
        <translation>票是真的，但不是本次活动。请按姓名查找。</translation>
    </message>
    <message>
        <source>We cannot find this ticket</source>
        <translation>没有找到这张票</translation>
    </message>
    <message>
        <source>Please come to the help desk; we will find you by name.</source>
        <translation>请到服务台，我们按姓名为您查找。</translation>
    </message>
    <message>
        <source>Not on the list. Search by name or company.</source>
        <translation>名单中没有。请按姓名或单位查找。</translation>
    </message>
    <message>
        <source>This ticket cannot be used</source>
        <translation>此票无法使用</translation>
    </message>
    <message>
        <source>Please come to the help desk.</source>
        <translation>请到服务台咨询。</translation>
    </message>
    <message>
        <source>Revoked or blocked by the organiser. Call the organiser.</source>
        <translation>主办方已撤销或冻结。请联系主办方。</translation>
    </message>
    <message>
        <source>This registration was cancelled</source>
        <translation>此报名已取消</translation>
    </message>
    <message>
        <source>If that is a mistake, please come to the help desk.</source>
        <translation>如有疑问，请到服务台咨询。</translation>
    </message>
    <message>
        <source>Cancelled. Ask the organiser before anything else.</source>
        <translation>已取消。请先与主办方确认。</translation>
    </message>
    <message>
        <source>The payment is still open</source>
        <translation>尚未完成付款</translation>
    </message>
    <message>
        <source>Please come to the help desk; it takes a minute.</source>
        <translation>请到服务台办理，只需一分钟。</translation>
    </message>
    <message>
        <source>Unpaid. Take the payment, then have the ticket set to valid.</source>
        <translation>未付款。请收款后把票改为有效。</translation>
    </message>
    <message>
        <source>This entrance is for other guests</source>
        <translation>此入口供其他嘉宾使用</translation>
    </message>
    <message>
        <source>Our staff will show you your entrance.</source>
        <translation>工作人员将为您指引入口。</translation>
    </message>
    <message>
        <source>The category may not pass here. Show the right entrance.</source>
        <translation>该类别不能由此进入。请指引正确入口。</translation>
    </message>
    <message>
        <source>Not open for you yet</source>
        <translation>尚未到入场时间</translation>
    </message>
    <message>
        <source>Please come back later.</source>
        <translation>请稍后再来。</translation>
    </message>
    <message>
        <source>Before the opening time or the first valid day.</source>
        <translation>早于开放时间或首个有效日。</translation>
    </message>
    <message>
        <source>The time for this ticket is over</source>
        <translation>此票已过有效时间</translation>
    </message>
    <message>
        <source>After the closing time or the last valid day.</source>
        <translation>晚于关闭时间或最后有效日。</translation>
    </message>
    <message>
        <source>This ticket is for another day</source>
        <translation>此票不是今天使用</translation>
    </message>
    <message>
        <source>Please check the date on your ticket.</source>
        <translation>请查看票面日期。</translation>
    </message>
    <message>
        <source>Valid on other days only; they stand on the card.</source>
        <translation>仅在其他日期有效，日期见下方。</translation>
    </message>
    <message>
        <source>This code has been replaced</source>
        <translation>此二维码已被更换</translation>
    </message>
    <message>
        <source>Hold up the newest ticket, or come to the help desk.</source>
        <translation>请出示最新的门票，或前往服务台。</translation>
    </message>
    <message>
        <source>A newer code was issued. Search by name and check an ID.</source>
        <translation>已签发新码。请按姓名查找并核对证件。</translation>
    </message>
    <message>
        <source>This ticket is not valid yet</source>
        <translation>此门票尚未生效</translation>
    </message>
    <message>
        <source>Valid later only. A supervisor may let the guest in.</source>
        <translation>尚未到有效期，主管可放行。</translation>
    </message>
    <message>
        <source>This ticket has expired</source>
        <translation>此门票已失效</translation>
    </message>
    <message>
        <source>No longer valid. A supervisor may let the guest in.</source>
        <translation>已过有效期，主管可放行。</translation>
    </message>
    <message>
        <source>Your ticket is for another session</source>
        <translation>您的门票适用于其他场次</translation>
    </message>
    <message>
        <source>Our staff will show you your session.</source>
        <translation>工作人员将为您指引场次。</translation>
    </message>
    <message>
        <source>The ticket names other sessions. Show the right hall.</source>
        <translation>门票为其他场次，请指引正确会场。</translation>
    </message>
    <message>
        <source>This area is by invitation</source>
        <translation>此区域仅限受邀嘉宾</translation>
    </message>
    <message>
        <source>Our staff will gladly help you.</source>
        <translation>工作人员很乐意为您提供帮助。</translation>
    </message>
    <message>
        <source>Not on the invited list of this place. Ask the host.</source>
        <translation>不在此处的受邀名单上，请询问主办方。</translation>
    </message>
    <message>
        <source>Please check in at registration first</source>
        <translation>请先到签到处签到</translation>
    </message>
    <message>
        <source>You get your badge there; then come back.</source>
        <translation>领取胸卡后再来即可。</translation>
    </message>
    <message>
        <source>Not registered yet. Send the guest to registration.</source>
        <translation>尚未签到，请引导来宾到签到处。</translation>
    </message>
    <message>
        <source>You have not checked in here</source>
        <translation>您尚未在此签到</translation>
    </message>
    <message>
        <source>Please ask our staff.</source>
        <translation>请咨询工作人员。</translation>
    </message>
    <message>
        <source>Going out without having come in. Nothing to do.</source>
        <translation>未入场即离场，无需处理。</translation>
    </message>
    <message>
        <source>This badge was used a moment ago</source>
        <translation>此胸卡刚刚使用过</translation>
    </message>
    <message>
        <source>Please wait a little, or ask our staff.</source>
        <translation>请稍候，或咨询工作人员。</translation>
    </message>
    <message>
        <source>Within the pause between two entries. Look at the badge.</source>
        <translation>两次入场间隔过短，请核对胸卡。</translation>
    </message>
    <message>
        <source>This room is full</source>
        <translation>会场已满</translation>
    </message>
    <message>
        <source>Please wait until somebody leaves, or ask our staff.</source>
        <translation>请等候有人离场，或咨询工作人员。</translation>
    </message>
    <message>
        <source>The capacity is reached. Let in when somebody leaves.</source>
        <translation>已达容量上限，有人离场后再放行。</translation>
    </message>
    <message>
        <source>Please come to the help desk</source>
        <translation>请前往服务台</translation>
    </message>
    <message>
        <source>Our staff will check you in there; it takes a minute.</source>
        <translation>工作人员将在那里为您签到，只需一分钟。</translation>
    </message>
    <message>
        <source>There is something only staff may see or check.</source>
        <translation>有仅限工作人员查看或核验的事项。</translation>
    </message>
    <message>
        <source>Already checked in</source>
        <translation>已经签到过了</translation>
    </message>
    <message>
        <source>Lost your badge? Please come to the help desk.</source>
        <translation>如需补办胸卡，请到服务台。</translation>
    </message>
    <message>
        <source>Checked in before; reprint the badge if it was lost.</source>
        <translation>此前已签到；如胸卡遗失可补印。</translation>
    </message>
    <message>
        <source>This is a payment code</source>
        <translation>这是付款码</translation>
    </message>
    <message>
        <source>This is a WeChat code</source>
        <translation>这是微信二维码</translation>
    </message>
    <message>
        <source>This code opens a website</source>
        <translation>这是网页二维码</translation>
    </message>
    <message>
        <source>This is a Wi-Fi code</source>
        <translation>这是 Wi-Fi 二维码</translation>
    </message>
    <message>
        <source>This is a contact card</source>
        <translation>这是名片二维码</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>They hold once the program has begun again.</source>
        <translation>重启程序后生效。</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Restart (Enter)</source>
        <translation>重启（Enter）</translation>
    </message>
    <message>
        <source>Name of this station</source>
        <translation>本机名称</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>签到点</translation>
    </message>
    <message>
        <source>Guests go</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>界面</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Help desk</source>
        <translation>服务台位置</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Self-service shows a mirror</source>
        <translation>自助签到镜像显示</translation>
    </message>
    <message>
        <source>Scanner&apos;s keyboard</source>
        <translation>扫码枪键盘</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>声音提示</translation>
    </message>
    <message>
        <source>Every other setting is explained in settings.toml.</source>
        <translation>其他设置见 settings.toml 中的说明。</translation>
    </message>
    <message>
        <source>Settings of this station</source>
        <translation>本机设置</translation>
    </message>
    <message>
        <source>Save (Enter)</source>
        <translation>保存（Enter）</translation>
    </message>
</context>
<context>
    <name>Sign</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>请稍候</translation>
    </message>
    <message>
        <source>No camera</source>
        <translation>没有摄像头</translation>
    </message>
    <message>
        <source>Out of order</source>
        <translation>故障</translation>
    </message>
</context>
<context>
    <name>TouchKeys</name>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>Trail</name>
    <message>
        <source> (taken back)</source>
        <translation>（已撤回）</translation>
    </message>
    <message>
        <source> (clock in doubt)</source>
        <translation>（时钟可疑）</translation>
    </message>
    <message>
        <source>Nothing happened yet.</source>
        <translation>还没有记录。</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>不撤回</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>What happened to %1</source>
        <translation>%1 的记录</translation>
    </message>
    <message>
        <source>Done (Enter)</source>
        <translation>完成（Enter）</translation>
    </message>
</context>
<context>
    <name>TrailForm</name>
    <message>
        <source>Say why, in a word.</source>
        <translation>请简单说明原因。</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>已撤回。</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>pinyin</source>
        <translation>拼音</translation>
    </message>
    <message>
        <source>initials</source>
        <translation>首字母</translation>
    </message>
    <message>
        <source>Latin name</source>
        <translation>外文名</translation>
    </message>
    <message>
        <source>number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>company</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>title</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>similar</source>
        <translation>近似</translation>
    </message>
</context>
</TS>
