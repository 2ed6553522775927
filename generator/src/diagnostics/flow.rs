//! Flow collections and quoted scalars of several lines, as YAML 1.1 parsers accept them.

/// Returns the text with each flow collection and quoted scalar in one line, without comments in them, and each
/// character where it was.
///
/// [YAML 1.2.2, chapter 7](https://yaml.org/spec/1.2.2/#chapter-7-flow-style-productions), wants all of their lines indented
/// further than what holds them. Many documents close them at the column of their key, which other parsers accept.
pub(super) fn in_one_line(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut scanner = Scanner { letters, at: 0 };
    scanner.run();
    scanner.letters.into_iter().collect()
}

struct Scanner {
    letters: Vec<char>,
    at: usize,
}

impl Scanner {
    fn run(&mut self) {
        while self.at < self.letters.len() {
            let indent = self.indent();
            if self.line() {
                self.skip_block_scalar(indent);
            }
        }
    }

    fn letter(&self, at: usize) -> Option<char> {
        self.letters.get(at).copied()
    }

    /// Moves to the first letter of a line that is no space, and returns how many spaces there are.
    fn indent(&mut self) -> usize {
        let start = self.at;
        while self.letter(self.at) == Some(' ') {
            self.at += 1;
        }
        self.at - start
    }

    /// Reads the rest of a line, with the flow collections and quoted scalars that begin in it, and returns whether it ends
    /// with the header of a block scalar.
    fn line(&mut self) -> bool {
        // Only here can a node begin.
        let mut is_start = true;
        let mut is_block_scalar = false;
        while let Some(letter) = self.letter(self.at) {
            match letter {
                '\n' => {
                    self.at += 1;
                    break;
                }
                '#' if is_start => self.skip_line(),
                '{' | '[' if is_start => self.collection(),
                '"' | '\'' if is_start => self.quoted(letter),
                '|' | '>' if is_start => {
                    is_block_scalar = true;
                    self.skip_line();
                }
                _ => {
                    let is_space = letter == ' ';
                    // An indicator begins a node if a space follows it.
                    let is_indicator = matches!(letter, ':' | '-' | '?');
                    is_start = is_space && is_start
                        || is_indicator && matches!(self.letter(self.at + 1), Some(' ' | '\n'));
                    self.at += 1;
                    continue;
                }
            }
            is_start = false;
        }
        is_block_scalar
    }

    fn skip_line(&mut self) {
        while self.letter(self.at).is_some_and(|letter| letter != '\n') {
            self.at += 1;
        }
    }

    /// Skips the lines that are indented further than `indent`, and blank ones.
    fn skip_block_scalar(&mut self, indent: usize) {
        while self.at < self.letters.len() {
            let start = self.at;
            let own = self.indent();
            let is_blank = matches!(self.letter(self.at), Some('\n' | '\r'));
            if own <= indent && !is_blank {
                self.at = start;
                return;
            }
            self.skip_line();
            self.at += 1;
        }
    }

    /// Moves behind a quoted scalar, and puts it into one line if it ends.
    fn quoted(&mut self, quote: char) {
        let mut breaks = Vec::new();
        self.at += 1;
        while let Some(letter) = self.letter(self.at) {
            if matches!(letter, '\n' | '\r') {
                breaks.push(self.at);
            }
            self.at += 1;
            if letter == '\\' && quote == '"' {
                self.at += 1;
            } else if letter == quote {
                return self.blank(&breaks);
            }
        }
    }

    /// Moves behind a flow collection, and puts it into one line if it ends.
    fn collection(&mut self) {
        let start = self.at;
        let mut depth = 0_usize;
        let mut blanks = Vec::new();
        let mut before = ' ';
        while let Some(letter) = self.letter(self.at) {
            match letter {
                '{' | '[' => depth += 1,
                '}' | ']' => depth = depth.saturating_sub(1),
                '"' | '\'' if !before.is_alphanumeric() => {
                    self.quoted(letter);
                    before = letter;
                    continue;
                }
                '#' if before.is_whitespace() => {
                    let comment = self.at;
                    self.skip_line();
                    blanks.extend(comment..self.at);
                    continue;
                }
                '\n' | '\r' => blanks.push(self.at),
                _ => {}
            }
            before = letter;
            self.at += 1;
            if depth == 0 {
                return self.blank(&blanks);
            }
        }
        // It does not end: the rest of the text is left as it is.
        self.at = start + 1;
    }

    fn blank(&mut self, places: &[usize]) {
        for place in places {
            if let Some(letter) = self.letters.get_mut(*place) {
                *letter = ' ';
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(in_one_line(text), expected);
        assert_eq!(text.chars().count(), expected.chars().count());
    }

    #[test]
    fn flow_collections_are_one_line() {
        check("a: {\n  b: 1\n}\nc: 2\n", "a: {   b: 1 }\nc: 2\n");
        check("- [1, # one\n2]\n", "- [1,       2]\n");
        check("a: {b: '}\n'\n}\n", "a: {b: '} ' }\n");
        check("a: 'b\n'\nc: \"d\\\n\"\n", "a: 'b '\nc: \"d\\\n\"\n");
    }

    #[test]
    fn other_texts_are_left_alone() {
        for text in [
            "a: |\n  {\n  b\n  }\nc: [1]\n",
            "a: b {\n  c\n",
            "a: \"{\n  b\n",
            "a: {\n  b: 1\n",
            "# {\na: 1\n",
        ] {
            check(text, text);
        }
    }
}
