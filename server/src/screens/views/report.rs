//! The report over the state.

use wall_ui::{
    parts::ThemeState,
    report::{Day, Numbers, Quote, ReportConclusion, ReportPage, ReportSource, ReportTheme},
};

use super::{Brush, Frame, small, theme};
use crate::{
    domain::{At, Session},
    projections::{State, Theme, reach::BAR},
};

/// The report as it stands.
#[must_use]
pub fn report<'a>(frame: &Frame<'a>, state: &'a State) -> ReportPage<'a> {
    let sessions = state.programme.in_order();
    let brush = |session: &'a Session| Brush::new(state, &session.id, frame.lang);
    let t = facilitator_ui::words::words(frame.lang);
    let reach = &state.content.reach;
    let conclusions = sessions.iter().flat_map(|session| concluded(&brush(session)));
    let themes = sessions.iter().filter_map(|session| strongest(&brush(session)));
    let any = sessions.first().map(|session| brush(session));
    ReportPage {
        shell: super::shell(frame, state, t.say("report-page-title")),
        drawn_at: super::moment(frame.now, &state.programme.zone(), t),
        conclusions: conclusions.collect(),
        numbers: Numbers {
            posts: reach.posts,
            reposts: reach.reposts,
            participants: reach.participants() as u64,
            impressions: reach.impressions,
            followers_known: reach.followers_known() as u64,
            registered: state.programme.conference().registered,
        },
        day: any.as_ref().and_then(day),
        themes: themes.collect(),
        sources: any.iter().flat_map(sources).collect(),
        hidden: state.content.posts.hidden_count(),
        blocked: small(state.content.authors.blocked()),
    }
}

fn concluded(brush: &Brush) -> Vec<ReportConclusion> {
    let themes = brush.state.content.boards.themes(brush.session);
    let concluded = themes.filter_map(|theme| Some((theme, theme.conclusion.as_ref()?)));
    concluded
        .map(|(theme, conclusion)| ReportConclusion {
            session: brush.head(),
            text: conclusion.text.clone(),
            by: conclusion.by.by.to_string(),
            at: brush.moment(conclusion.by.at),
            weight: brush.weight(theme),
            theme: path(theme),
            accepted: conclusion.accepted,
        })
        .collect()
}

/// The theme of a session with the most posts that reached its board.
fn strongest(brush: &Brush) -> Option<ReportTheme> {
    let themes = brush.state.content.boards.themes(brush.session);
    let on_board = themes.filter(|found| theme::state(found) != ThemeState::Draft);
    let found =
        on_board.max_by_key(|found| (brush.weight(found).posts, std::cmp::Reverse(found.id.number)))?;
    let quote = brush.posts_of(found).next().map(|placed| {
        let author = brush.author(&placed.post);
        let by = [author.name, author.handle].into_iter().filter(|part| !part.is_empty());
        Quote {
            text: placed.post.text.clone(),
            lang: placed.post.lang.clone(),
            source: brush.source(&placed.post.network),
            by: by.collect::<Vec<_>>().join(", "),
            at: brush.moment(placed.at),
        }
    });
    Some(ReportTheme {
        session: brush.head(),
        title: found.title.clone(),
        state: theme::state(found),
        weight: brush.weight(found),
        quote,
        path: path(found),
    })
}

fn path(theme: &Theme) -> String {
    format!("/theme/{}", theme.id)
}

fn sources(brush: &Brush) -> Vec<ReportSource> {
    let mut networks: Vec<_> = brush.state.content.reach.networks.iter().collect();
    networks.sort_by_key(|(_, posts)| std::cmp::Reverse(**posts));
    networks
        .into_iter()
        .map(|(network, posts)| ReportSource { source: brush.source(network), posts: *posts })
        .collect()
}

/// The newest day with posts, from its first post or session to its last.
fn day(brush: &Brush) -> Option<Day> {
    let bars = &brush.state.content.reach.bars;
    let date = |bar: &i64| At(bar * BAR).zoned(&brush.zone, "%F");
    let (newest, _) = bars.get_max()?;
    let today = date(newest);
    let times = brush.state.programme.sessions().filter_map(|session| session.times);
    let ends = times.flat_map(|(from, to)| [from.0.div_euclid(BAR), (to.0 - 1).div_euclid(BAR)]);
    let spans = bars.keys().copied().chain(ends).filter(|bar| date(bar) == today);
    let (first, last) =
        spans.fold((i64::MAX, i64::MIN), |(first, last), bar| (first.min(bar), last.max(bar)));
    let counts: Vec<u32> = (first..=last).map(|bar| bars.get(&bar).copied().unwrap_or(0)).collect();
    let at = |index: usize| At((first + i64::try_from(index).unwrap_or(0)) * BAR);
    let (peak, _) =
        counts.iter().enumerate().max_by_key(|(index, count)| (**count, std::cmp::Reverse(*index)))?;
    let hours = (0..counts.len()).map(|index| (index, at(index).clock(&brush.zone)));
    Some(Day {
        from: brush.moment(at(0)),
        hours: hours.filter(|(_, clock)| clock.ends_with(":00")).collect(),
        peak: (peak, brush.moment(at(peak))),
        sessions: lanes(brush, first, counts.len()),
        bars: counts,
    })
}

/// Sessions below the bars, those that overlap in two lanes.
fn lanes(brush: &Brush, first: i64, bars: usize) -> Vec<(wall_ui::parts::SessionHead, usize, usize, usize)> {
    let index = |at: At| usize::try_from(at.0.div_euclid(BAR) - first).unwrap_or(0).min(bars);
    let mut until = [At(i64::MIN); 2];
    let timed =
        brush.state.programme.in_order().into_iter().filter_map(|session| Some((session, session.times?)));
    timed
        .filter_map(|(session, (from, to))| {
            let lane = until.iter().position(|end| *end <= from).unwrap_or(1);
            until[lane] = to;
            (index(from) < index(to)).then(|| (brush.head_of(session), index(from), index(to), lane))
        })
        .collect()
}
