<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
        <source>Badge: not printed. See the printer lamp.</source>
        <translation>胸卡：未打印，请看打印机状态。</translation>
    </message>
    <message>
        <source>First check-in: %1 at %2</source>
        <translation>首次签到：%1，%2</translation>
    </message>
    <message>
        <source>/ search · Ctrl+Z undo · Ctrl+R reprint · Ctrl+F let in · Ctrl+I sign in · Ctrl+L 中文/English · Esc next guest</source>
        <translation>/ 查找 · Ctrl+Z 撤销 · Ctrl+R 补印 · Ctrl+F 放行 · Ctrl+I 登录 · Ctrl+L 中文/English · Esc 下一位</translation>
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
    <name>FrontDesk</name>
    <message>
        <source>Scan or type</source>
        <translation>扫码或输入</translation>
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
    <name>SelfService</name>
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
