//! X's framing: one JSON object a line, ended by `\r\n`, and a bare line break now and then to say that it lives.

/// Longest line that is kept. A post with everything that it refers to stays far below.
const LIMIT: usize = 1024 * 1024;

/// Puts lines together from pieces of a connection. It never holds more than a line of the limit.
#[derive(Default)]
pub(super) struct Lines {
    begun: Vec<u8>,
    /// Inside a line that is over the limit.
    skips: bool,
}

/// What a line break ended.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Line {
    Text(Vec<u8>),
    TooLong,
}

impl Lines {
    /// Takes a piece in; answers the lines that it ended. Bare line breaks are none.
    pub(super) fn take(&mut self, piece: &[u8]) -> Vec<Line> {
        let mut ended = Vec::new();
        let mut parts = piece.split(|byte| *byte == b'\n').peekable();
        while let Some(part) = parts.next() {
            self.keep(part);
            if parts.peek().is_some() {
                ended.extend(self.end());
            }
        }
        ended
    }

    /// Whether the connection ended in the middle of a line.
    pub(super) fn is_cut(&self) -> bool {
        self.skips || !self.begun.trim_ascii().is_empty()
    }

    fn keep(&mut self, part: &[u8]) {
        if self.skips || self.begun.len() + part.len() > LIMIT {
            self.skips = true;
            self.begun = Vec::new();
        } else {
            self.begun.extend_from_slice(part);
        }
    }

    fn end(&mut self) -> Option<Line> {
        if std::mem::take(&mut self.skips) {
            return Some(Line::TooLong);
        }
        let line = std::mem::take(&mut self.begun);
        let line = line.trim_ascii();
        (!line.is_empty()).then(|| Line::Text(line.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(line: &str) -> Line {
        Line::Text(line.into())
    }

    #[test]
    fn lines_are_the_same_however_they_are_cut_into_pieces() {
        let sent = b"\r\n{\"a\":1}\r\n\r\n\r\n{\"b\":\"\xc3\xa9\"}\r\n{\"c\":";
        for size in 1..sent.len() {
            let mut lines = Lines::default();
            let ended: Vec<_> = sent.chunks(size).flat_map(|piece| lines.take(piece)).collect();
            assert_eq!(ended, [text(r#"{"a":1}"#), text(r#"{"b":"é"}"#)]);
            assert!(lines.is_cut());
        }
    }

    #[test]
    fn a_line_without_end_costs_no_memory_and_the_next_one_arrives() {
        let mut lines = Lines::default();
        for _ in 0..10 {
            assert!(lines.take(&vec![b'x'; LIMIT]).is_empty());
            assert!(lines.begun.len() <= LIMIT);
        }
        assert_eq!(lines.take(b"x\r\n{}\r\n"), [Line::TooLong, text("{}")]);
        assert!(!lines.is_cut());
    }
}
