# The wall and what all pages share

rehearsal = Rehearsal

source-on = on { $name }
source-room = Room form

media-alt = ALT
media-alt-meaning = Alternative text
media-no-alt = No description

people-room = in the room
people-online = online

state-draft = Draft
state-waiting = To review
state-discussing = Discussing
state-discussed = Discussed
state-parked = Parked
state-sent-back = Sent back

wall-now = Now
wall-on-board = On the board now
wall-reply = replying to
wall-until = until
wall-join = Say it here
wall-join-code = Code for { $address }
wall-join-tag = or post with { $hashtag }
wall-invite = Say it with
wall-invite-here = What the room says at
wall-invite-all = Posts with this hashtag appear here
wall-first = Be the first to post
wall-among-first = Be among the first to post
wall-first-join = { $hashtag }, or
wall-cleared = Back in a moment
wall-held = Held
wall-held-after = new wait
wall-last-post = Last post
wall-in-room = In the room
wall-unchecked = name not checked

# The board and the pages around it

board-skip = Skip to the content
board-sessions = Sessions
board-sections = Sections
board-open = Open to everyone, no account

board-question = Question of the moment
board-invite = Your words, in this room
board-say = Say something
board-say-hint = in any language, about anything in this room
board-say-where = A facilitator reads it first. What they show goes on the wall of the room and on this board.
board-write-here = Write here
board-send = Send
board-more = Add your name or table
board-name = Name
board-name-hint = Nobody checks it, and the wall says so
board-table = Table number
board-received = Received
board-received-title = It waits for review.
board-received-safe = Stored and safe
board-your-words = Your words
board-before =
    { $n ->
        [0] Yours is next.
        [one] One is before yours.
       *[other] { $n } are before yours.
    }
board-waiting = Waiting
board-waiting-why = A facilitator reads it first.
board-shown = Shown
board-shown-where = On the wall of the room and on this board
board-say-more = Say something else
board-not-saved = Not saved yet,
board-still-here = still on this device.
board-try-again = Try again
board-lost = Not connected. New posts come when the connection is back; what you write stays here.

board-weight-posts =
    { $n ->
        [one] { $n } post
       *[other] { $n } posts
    }
board-weight-people =
    { $n ->
        [one] { $n } person online
       *[other] { $n } people online
    }
board-weight-tables =
    { $n ->
        [one] { $n } table
       *[other] { $n } tables
    }
board-weight-one = { $posts } from { $voice }
board-weight-both = { $posts } from { $people } and { $tables }

board-themes = Themes
board-theme-count =
    { $n ->
        [one] { $n } theme
       *[other] { $n } themes
    }
board-no-themes = No theme yet. Say what the session should talk about: facilitators gather posts into themes.
board-state-draft = Being gathered
board-state-waiting = Next for the chair
board-state-discussing = Discussed now
board-state-discussed = Discussed
board-state-parked = Parked for later
board-state-sent-back = Being reworked

board-posts = Posts in this room
board-latest = latest five
board-all-posts =
    { $n ->
        [one] { $n } post
       *[other] All { $n } posts
    }
board-all-posts-now = All posts
board-no-posts = Nothing shown yet. Write the first post above.
board-posts-none = Nothing has been shown in this room yet.
board-posts-go = Write the first post
board-back = Back to the board
board-older = Older posts
board-newer = Newer posts
board-pages = Pages
board-in-room = In the room
board-reply = replying to
board-unchecked = name not checked
board-reposts =
    { $n ->
        [one] Reposted once
       *[other] Reposted { $n } times
    }

board-conclusions = Conclusions so far
board-no-conclusions = Nothing is concluded yet. What the session decides stands here, with the posts behind it.
board-concluded = Concluded at
board-written-by = Written by { $by }.
board-from = From { $weight }.
board-see-how = See how
board-resources = Key resources
board-tab-say = Say
board-tab-posts = Posts
board-tab-conclusions = Concluded
board-tab-reading = Reading

page-programme = Programme
page-now = Now
page-next = Next
page-earlier = Earlier
page-nothing-now = No session runs at this moment.
page-no-sessions = The programme has no sessions yet. They appear here as soon as the organisers add them.
page-report = Report
page-open-board = Open the board
page-post-shown = Shown in
page-post-themes = Gathered into
page-post-no-theme = Not part of a theme so far.
page-theme = The theme
page-theme-posts = Posts in this theme
page-theme-no-posts = No post of this theme is shown at the moment.
page-theme-conclusion = Conclusion
page-theme-history = What became of it
page-theme-started = { $by } began it.
page-theme-pinned = { $by } put it on the board.
page-theme-waiting = { $by } set it back to waiting.
page-theme-discussing = { $by } took it up in the room.
page-theme-discussed = { $by } marked it as discussed.
page-theme-parked = { $by } parked it for later.
page-theme-sent-back = { $by } sent it back to be reworked.
page-theme-concluded = { $by } wrote the conclusion.
page-join-hello = Welcome, { $name }
page-join-role = This link signs you in as { $role }.
page-join-sessions = For these sessions
page-join-once = The link is yours alone: do not pass it on. Afterwards this device stays signed in.
page-join-button = Sign in on this device
page-about-title = About these pages
page-about-shown = What is shown
page-about-shown-text = Posts that people made public under { $hashtag }, and words sent with the form on a board. Facilitators decide what appears in the rooms. What they do not show stays out of walls, boards and themes.
page-about-sources = Posts are taken from
page-about-no-sources = No network is connected. Only words sent with the form appear here.
page-about-rules = How posts are reviewed
page-about-rules-text = A post is hidden when it names patients or others who did not agree, insults people, advertises, or has nothing to do with the session. Disagreement is no reason. A decision holds for the whole conference, and every decision is recorded with the name of whoever took it.
page-about-typed = Names typed into the form are not checked; “name not checked” stands beside them.
page-about-edited = An edited post goes back to review, and the old text is not shown again.
page-about-leave = If you do not want to be here
page-about-leave-delete = Delete your post on its network. It disappears from walls, boards and the report as soon as the network tells us.
page-about-leave-ask = Or ask any facilitator or organiser, in the room or by replying to the conference. They can hide a post at once, or leave out everything from your account. You need not give a reason.
page-about-leave-tag = Or write a post of your own with { $hashtag }off. What is here of your account is hidden, and nothing more is taken.
page-about-network = Network
page-about-handle = Your name there
page-about-reason = Reason, if you like
page-about-opt-out = Ask to be left out
page-about-asked = Your request is here. A facilitator looks at it, then everything of that account is hidden and nothing more is taken.
page-about-kept = What is kept
page-about-kept-text = The text of a withdrawn post is removed from our files; only the fact that there was one stays. Pages load nothing from other servers and count no visitors by name.
page-problem-status = Status { $status }
page-problem-way-out = Go to the programme
page-problem-not-found = Nothing is here
page-problem-not-allowed = This is for another role
page-problem-withdrawn = This was withdrawn
page-problem-changed = Somebody was faster
page-problem-not-done = That was not done
page-problem-unavailable = That did not work
page-problem-404 = There is nothing at this address. The link may be mistyped or older than this conference.
page-problem-403 = This page is for people with another role. Your invitation link opens the pages that are yours.
page-problem-410 = This was here and has been withdrawn. What was withdrawn is not shown again.
page-problem-500 = Something went wrong on our side. What was saved is safe. Wait a moment, then load the page again.

role-organiser = organiser
role-facilitator = facilitator
role-chair = chair
role-technician = technician
role-participant = participant

# The report

report-page-title = Report
report-interim = Interim report
report-drawn = as of
report-heading = What the room and the backchannel concluded
report-lead = { $hashtag }. Every conclusion opens the posts and decisions behind it.
report-conclusions = Conclusions
report-no-conclusions = No session has concluded anything yet. Conclusions appear here as soon as a chair writes one.
report-accepted = Accepted
report-not-accepted = Not yet accepted
report-from = From
report-written = written by
report-numbers = Headline numbers
report-posts = posts
report-reposts = of which { $n } reposts
report-participants = participants
report-participants-note = wrote at least once
report-registered = people in the rooms
report-registered-note = from registration
report-impressions = impressions
report-impressions-note = followers known for { $known } of { $all }; an upper bound, not readers
report-day = The day in posts
report-day-scale = per 10 minutes, all sources
report-day-summary = Posts per ten minutes from { $from } on, highest at { $peak } with { $posts } posts.
report-day-peak = Peak { $time }, { $posts } posts in 10 minutes
report-day-table = The same as a table
report-day-time = From
report-day-posts = Posts
report-day-none = No post has arrived yet, so there is nothing to draw.
report-themes = Strongest theme of each session
report-no-themes = No session has gathered a theme yet.
report-theme-open = All posts and decisions
report-sources = What we could see, and what not
report-source-x = What the network’s search gave us. Protected accounts are invisible to us.
report-source-mastodon = What the servers we follow received. Servers they do not know are not in it.
report-source-bluesky = What the network’s stream carried while we were connected. Posts deleted at once may be missing.
report-source-room = Words sent with the form on a board. Typed names were not checked.
report-source-other = What this source gave us; we cannot say what it left out.
report-no-sources = No source has delivered a post yet.
report-hidden =
    { $n ->
        [0] No post hidden
        [one] { $n } post hidden
       *[other] { $n } posts hidden
    }
report-blocked =
    { $n ->
        [0] no author blocked
        [one] { $n } author blocked
       *[other] { $n } authors blocked
    }
report-moderation = { $hidden } and { $blocked } by facilitators. Both still count in the numbers; withdrawn posts do not.
report-methods = Methods
report-method-who = Who took part
report-method-who-text = anyone who posted in public or used the form on a board; no selection
report-method-collected = Collected
report-method-collected-text = public posts under { $hashtag }, while the conference ran
report-method-review = Review
report-method-review-text = facilitators decided by hand which posts rooms and boards show
report-method-grouping = Grouping
report-method-grouping-text = by people; no automatic summaries
report-method-conclusions = Conclusions
report-method-conclusions-text = in the words of those who wrote them in the session; accepted ones are marked
report-method-counting = Counting
report-method-counting-text = every message once, reposts included; a person once per network
report-method-impressions = Impressions
report-method-impressions-text = sum of each author’s followers when a post arrived
report-method-removal = Removal
report-method-removal-text = a withdrawn post leaves every page and every number

## Days and names

day = { $weekday } { $day } { $month }
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
source-room-person = Somebody in the room
source-in-the-room = In the room

## What became of one’s own words

page-mine-title = You can follow it here.
page-mine-not-shown = Not shown
page-mine-not-shown-why = A facilitator decided not to show it. The about page says by which rules.
page-mine-in-theme = In a theme
page-mine-concluded = Part of a conclusion
page-mine-link = Your private link
page-mine-keep = Only this link shows what became of it. Keep it to withdraw it later.
page-mine-withdraw = Withdraw it
board-mine = Yours
board-mine-sent = sent
board-mine-open = Open
board-mine-waiting = Waiting
board-mine-shown = Shown
board-mine-not-shown = Not shown
board-mine-in-theme = In a theme
board-mine-concluded = Concluded
