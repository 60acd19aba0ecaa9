//! Lines, indents and colours of the terminal report; refuses to know what they mean.

use super::width::{columns, wrap};

/// What a piece of text is, for its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    Plain,
    Heading,
    Strong,
    Dim,
    Reachable,
    Warning,
}

/// The text being written.
pub(super) struct Page {
    text: String,
    colour: bool,
    pub(super) width: usize,
}

impl Page {
    pub(super) fn new(colour: bool, width: usize) -> Self {
        Self {
            text: String::new(),
            colour,
            width: width.clamp(40, 400),
        }
    }

    pub(super) fn finish(self) -> String {
        self.text
    }

    pub(super) fn blank(&mut self) {
        self.text.push('\n');
    }

    /// One line of pieces, not wrapped.
    pub(super) fn line(&mut self, indent: usize, pieces: &[(Ink, &str)]) {
        let mut line = " ".repeat(indent);
        for (ink, piece) in pieces {
            line.push_str(&self.paint(*ink, piece));
        }
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    /// A heading after a blank line.
    pub(super) fn heading(&mut self, text: &str) {
        self.blank();
        self.line(0, &[(Ink::Heading, text)]);
    }

    /// `label  text`, wrapped under the text.
    pub(super) fn field(&mut self, indent: usize, label: &str, ink: Ink, text: &str) {
        let gap = if label.is_empty() { 0 } else { columns(label) };
        let room = self.width.saturating_sub(indent + gap);
        let mut first = true;
        for part in wrap(text, room) {
            if first {
                self.line(indent, &[(Ink::Dim, label), (ink, &part)]);
            } else {
                self.line(indent + gap, &[(ink, &part)]);
            }
            first = false;
        }
        if first {
            self.line(indent, &[(Ink::Dim, label)]);
        }
    }

    fn paint(&self, ink: Ink, text: &str) -> String {
        let code = match ink {
            Ink::Heading => "1;36",
            Ink::Strong => "1",
            Ink::Dim => "2",
            Ink::Reachable => "1;33",
            Ink::Warning => "33",
            Ink::Plain => "",
        };
        if self.colour && !code.is_empty() && !text.is_empty() {
            format!("\u{1b}[{code}m{text}\u{1b}[0m")
        } else {
            text.to_owned()
        }
    }
}

/// Columns of the widest text.
pub(super) fn widest<'t>(texts: impl Iterator<Item = &'t str>) -> usize {
    texts.map(columns).max().unwrap_or(0)
}
