# Acts, as buttons name them

act-show = Show
act-hide = Hide
act-stash = Stash
act-unstash = Take back
act-feature = Feature on wall
act-unfeature = Take off wall
act-gather = Add to theme
act-new-theme = New theme
act-edit = Edit
act-pin = To the board
act-hold = Hold new posts
act-release = Let new posts in
act-clear-wall = Clear wall
act-show-wall = Show wall
act-discuss = Discuss now
act-discussed = Discussed
act-park = Park
act-send-back = Send back
act-conclude = Write conclusion

# What came of an act

toast-offline = Not sent: there is no connection. Nothing was changed.
toast-already = { $by } did this already.
toast-close = Close this message
connection-live = Saved, connected
connection-saving = Saving
connection-lost = No connection

# A post's verdict

verdict-waiting = Waiting
verdict-held-word = Held, word list
verdict-held-sensitive = Held, sensitive
verdict-held-edited = Held, edited
verdict-held-label = Held, label
verdict-held-language = Held, other language
verdict-held-comment = Held, first comment
verdict-shown = Shown
verdict-hidden = Hidden
verdict-featured = Featured on wall
verdict-stashed = Stashed
name-unchecked = name not checked

# The console's bar

bar-sessions = Sessions
bar-until = to { $at }
bar-a-minute = a minute
bar-sources = Sources
bar-me = Signed in as
source-ok = Receiving
source-slow = Slow
source-lost = Lost
health-finished = Has brought all it had
health-quiet = Quiet since { $time }
health-late = { $n } s late
health-reconnecting = Next try { $time }: { $why }
source-ready = Ready

# The stream

queue-title = Posts for { $session }
queue-which = Which posts
queue-waiting = Waiting
queue-shared = shared
queue-all = All
queue-oldest = Oldest
queue-fresh = { $n } new
queue-empty = Nothing is waiting.
queue-unseen = Unseen
queue-reply = Replying to
queue-reposts =
    { $n ->
        [one] { $n } repost folded
       *[other] { $n } reposts folded
    }
queue-in-theme = In theme { $n }
queue-shown-by = Shown by { $by }
queue-hidden-by = Hidden by { $by }
console-offline = Offline. Nothing new arrives, and nothing can be sent until the connection is back.

# Screens

screens-title = Screens
screens-open = Open the wall
preview-title = What the wall shows
layout-flow = Flow
layout-spotlight = Spotlight
layout-board = Board
layout-consensus = Consensus
wall-state-live = Live
wall-state-held = Held
wall-state-cleared = Cleared
wall-cleared-by = Cleared by { $by }, { $at }
wall-held-by = Held by { $by }, { $at }
wall-live-about = New posts arrive as they are shown.

# Themes

themes-title = Themes
themes-hint-gather = and a number gathers the selected post,
themes-hint-pin = sends its theme to the board
home-draft = Draft
home-board = On the board
home-discussed = Discussed
home-parked = Parked
empty-draft = N starts a theme from the selected post.
empty-board = B sends a theme to the board.
empty-discussed = Nothing is discussed yet.
empty-parked = Nothing is parked.
theme-number = Theme
theme-discussing = Discussing now
theme-sent-back = Sent back: “{ $words }”
theme-concluded = Conclusion written
weight-posts =
    { $n ->
        [one] post
       *[other] posts
    }
weight-people =
    { $n ->
        [one] person
       *[other] people
    }
weight-tables =
    { $n ->
        [one] table
       *[other] tables
    }

# What is asked for

ask-new-theme = New theme
ask-edit-theme = Edit theme
ask-title = Title
ask-summary = Summary
ask-start = Start theme
ask-save = Save
ask-cancel = Cancel
ask-send-back = Send back to the facilitators
ask-words = A word to the facilitators
ask-conclusion = Conclusion
picker-gather = Add the post to which theme?
picker-pin = Which theme goes to the board?
picker-none = There is no theme to choose.

# Keys

cap-space = Space
cap-enter = Enter
cap-esc = Esc
cap-shift-b = Shift B
tabs-title = Parts of the console
tab-stream = Stream
tab-themes = Themes
tab-screens = Screens
key-deal = deal next
key-show = show
key-hide = hide
key-stash = stash
key-feature = feature
key-gather = theme
key-new-theme = new theme
key-pin = board
key-help = all keys
help-title = All keys
help-close = Close
help-key = Key
help-does = What it does
help-deal = Select the next waiting post
help-next = Next post
help-previous = Previous post
help-open = Open or close the post
help-show = Show
help-hide = Hide
help-stash = Stash for later, or take back
help-feature = Feature on the wall, or take off
help-gather = Gather the post into that theme
help-new-theme = New theme from this post
help-edit = Edit the theme’s title and summary
help-pin = Send the post’s theme, else the selected theme, to the board
help-pin-number = Send that theme to the board
help-hold = Hold or let in new posts
help-clear = Clear the wall or show it, from anywhere
help-help = This list

# The chair's tablet

chair-left = left
chair-over = over time
chair-until = until { $at }
chair-themes = Themes on the board
chair-empty = Nothing is on the board yet. Themes that the facilitators send appear here.
chair-wall = On the wall now
chair-next = On the board
chair-next-none = No other theme waits.
chair-since = since
chair-conclusion = Conclusion
chair-decide = Decide on “{ $title }”
chair-no-round = No round is open.
chair-offline = Offline. What you decide cannot be sent until the connection is back.

# Set-up

setup-role-organiser = Organiser
setup-role-facilitator = Facilitator
setup-role-chair = Chair
setup-role-technician = Technician
setup-role-participant = Participant
setup-pages = Pages
setup-title = Set up
setup-console = Console
setup-board = Board
setup-report = Report
setup-ready = Ready to start
setup-done = { $done } of { $all } done
setup-is-done = , done:
setup-not-done = , not done yet:
setup-step-programme = Enter the programme
setup-step-sources = Connect the sources
setup-step-people = Invite people
setup-step-rehearse = Rehearse with a replay
setup-programme = Programme
setup-chair = Chaired by { $names }
setup-facilitators = Facilitated by { $names }
setup-people = People
setup-joined = { $joined } of { $all } joined
setup-new-link = Personal link of { $name }
setup-once = It is shown this once. Pass it on to nobody else.
setup-copy = Copy
setup-copied = Copied
setup-name = Name
setup-role = Role
setup-where = Where
setup-state = State
setup-has-joined = Joined
setup-invited = Invited
setup-invite = Invite a person
setup-everywhere = All sessions
setup-make-link = Make a link
setup-sources = Sources
setup-no-sources = No source is connected. Posts come from the room form alone.
setup-opt-outs = Asked to be left out
setup-opt-outs-hint = Confirming hides everything of the account, and nothing more of it is taken.
setup-opt-out-asked = Asked at { $time }
setup-opt-out-confirm = Confirm
setup-rooms = Rooms
setup-short = Short link:
setup-wall = Wall of { $session }
setup-no-wall = Nothing is on now
setup-page-title = Set-up
setup-detail-sessions =
    { $n ->
        [one] 1 session
       *[other] { $n } sessions
    }
setup-detail-sources =
    { $n ->
        [0] No network has sent anything yet
        [one] 1 network has sent posts
       *[other] { $n } networks have sent posts
    }
setup-detail-joined =
    { $n ->
        [0] Nobody has joined yet
        [one] 1 person has joined
       *[other] { $n } people have joined
    }
setup-detail-rehearse = Start the demo: it takes five minutes
setup-detail-rehearsing = A rehearsal is running
setup-source-last = Last post { $time }
