//! Finds the end of a sentence in the Markdown that this module writes.

/// Abbreviations whose full stop ends no sentence.
const ABBREVIATIONS: &[&str] = &[
    "approx.", "cf.", "e.g.", "etc.", "i.e.", "incl.", "max.", "min.", "no.", "vs.",
];

/// Where the first sentence of `line` ends, in bytes; a sentence does not end inside markup.
pub(super) fn sentence_end(line: &str) -> usize {
    let mut markup = Markup::default();
    let mut previous = ' ';
    for (at, character) in line.char_indices() {
        let end = at + character.len_utf8();
        let before_space = line.get(end..).is_some_and(|rest| rest.starts_with(' '));
        markup.step(character, previous);
        if before_space
            && markup.is_closed()
            && ends_sentence(character, line.get(..end).unwrap_or_default())
        {
            return end;
        }
        // A backslash that is escaped itself escapes nothing.
        previous = if (previous, character) == ('\\', '\\') {
            ' '
        } else {
            character
        };
    }
    line.len()
}

fn ends_sentence(character: char, sentence: &str) -> bool {
    let last_word = sentence.rsplit([' ', '(']).next().unwrap_or_default();
    let is_abbreviation = ABBREVIATIONS
        .iter()
        .any(|one| one.eq_ignore_ascii_case(last_word));
    matches!(character, '!' | '?' | '。') || (character == '.' && !is_abbreviation)
}

/// The markup open at one place of a line.
#[derive(Debug, Default)]
struct Markup {
    /// The length of the run of backticks that the line is in.
    ticks: usize,
    /// The length of the run that opened a code span, zero outside of code.
    fence: usize,
    emphasis: bool,
    brackets: usize,
}

impl Markup {
    fn step(&mut self, character: char, previous: char) {
        let escaped = previous == '\\' && self.fence == 0;
        if character == '`' && !escaped {
            self.ticks += 1;
            return;
        }
        self.end_ticks();
        match character {
            _ if self.fence > 0 || escaped => {}
            '*' if previous != '*' => self.emphasis = !self.emphasis,
            '[' | '<' => self.brackets += 1,
            ']' | '>' => self.brackets = self.brackets.saturating_sub(1),
            _ => {}
        }
    }

    /// Only as many backticks as opened a code span close it.
    fn end_ticks(&mut self) {
        let ticks = std::mem::take(&mut self.ticks);
        if self.fence == 0 {
            self.fence = ticks;
        } else if self.fence == ticks {
            self.fence = 0;
        }
    }

    fn is_closed(&self) -> bool {
        self.fence == 0 && !self.emphasis && self.brackets == 0
    }
}

#[cfg(test)]
mod tests {
    use super::sentence_end;

    #[test]
    fn ends_outside_of_markup() {
        for (line, sentence) in [
            ("A. B.", "A."),
            ("A, i.e. B? C", "A, i.e. B?"),
            ("`a. b` c. d", "`a. b` c."),
            (r"a \` b. c", r"a \` b."),
            ("*a. b* c", "*a. b* c"),
        ] {
            assert_eq!(line.get(..sentence_end(line)), Some(sentence));
        }
    }
}
