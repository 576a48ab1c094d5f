/**
 * Words that class names, ids and names of data attributes may keep in a report of a page's structure. Only what describes
 * an interface: a word of any other kind may be a name that the page made of somebody's words.
 */
export const STRUCTURE_WORDS: ReadonlySet<string> = new Set(
  `about absolute account action actions active actor add album align alert all anchor animated app area arrow article aside
attach attachment attachments audio author auto avatar away back background badge bar base block blocks blue body bold border both bottom
box break brand broadcast bubble bubbles btn button buttons call caption card cards cell center change channel channels chat chatbox chats
check checkbox checked child choose chosen circle class clear clearfix click client close closed code col collapse color column columns comment common
compact compose composer contact contacts container content contents context control controls conversation conversations converse copy count
counter cover create current custom dark data date day default delete desc description desktop detail details device dialog direct
direction disabled display divider doc document done dot down download drag draft drawer drop dropdown dynamic edit edited editor element
emoji emoticon empty end entry error event expand external extra face fade file files filter first fixed flex float focus fold folder
footer form format forward forwarded foreground frame from front full function global grid group grouped groups growing handle has
head header heading height hidden hide highlight history hold holder horizontal host hover html icon icons iframe image images img in
info inline inner input insert inside invisible item items join js key keyboard label large last layer layout left length level light
line lines link links list loading loaded local location lock log main mark marker mask max media medium member members mention mentions
menu merge message messages meta middle min mobile modal mode module more move msg msgid music mute muted name names nav navigation new
next nickname no node none normal notice notification number off old on online open option options order original other out outer outgoing
overflow overlay own owner own padding page pagination pane panel parent part path peer pending picture pin pinned placeholder plain play
player plugin plus point poll popup popover portal position post preview previous primary private profile progress public quote quoted
react reaction reactions read reader receipt received receiver recall recalled record red reader refresh relative remove removed render
reply replied request resize response result retracted reverse revoke right role room rooms root round row rows scroll scrollable scrollbar
scroller search secondary section select selected self send sender sending sent separator server session set settings shadow share show
side sidebar simple single size skeleton skin small space spacer span spinner split stage star start state static status step sticker
sticky store stream stretch strong style sub subject submit subtitle success summary support svg swipe switch system tab table tabs tag
tail team template test testid text textarea theme thread thumb thumbnail tile time timeline timestamp tip title toast today toggle toolbar
tooltip top topic total track transition translate tree truncate type typing ui under undo unit unread unselect up update upload url user
username value vertical video view viewer viewport virtual virtualized visible voice wave web wechat webwx weui white widget width window
with wrap wrapper xmpp yesterday you zone
a b c d f g h i id is ix js lg lt md me mm my ng nt of or ot p pc q rt sm sr th to tr ul un us v wc ws wx xl xs
bd chatarea chatroom clear cm cont hd ico jid msgtime muc nick opr prerender pre reader uid uuid`.split(
    /\s+/,
  ),
);

/** Roles of the ARIA specification. */
export const ROLES: ReadonlySet<string> = new Set(
  `alert alertdialog application article banner button cell checkbox columnheader combobox complementary contentinfo
definition dialog directory document feed figure form grid gridcell group heading img link list listbox listitem log main marquee math
menu menubar menuitem menuitemcheckbox menuitemradio navigation none note option presentation progressbar radio radiogroup region row rowgroup
rowheader scrollbar search searchbox separator slider spinbutton status switch tab table tablist tabpanel term textbox timer toolbar tooltip
tree treegrid treeitem`.split(/\s+/),
);
