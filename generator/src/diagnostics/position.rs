/// A spot in a text, both numbers counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Position {
    pub(super) line: usize,
    /// In characters, as editors count.
    pub(super) column: usize,
}

/// Finds the positions of ascending byte offsets in one pass over `text`, however long its lines are.
pub(super) struct Positions<'text> {
    text: &'text str,
    offset: usize,
    position: Position,
}

impl<'text> Positions<'text> {
    pub(super) fn new(text: &'text str) -> Self {
        let position = Position { line: 0, column: 0 };
        Self {
            text,
            offset: 0,
            position,
        }
    }

    /// The position of `offset`, which must not be smaller than that of the call before.
    pub(super) fn advance(&mut self, offset: usize) -> Position {
        let passed = self.text.get(self.offset..offset).unwrap_or_default();
        match passed.rsplit_once('\n') {
            Some((lines, last)) => {
                self.position.line += lines.matches('\n').count() + 1;
                self.position.column = last.chars().count();
            }
            None => self.position.column += passed.chars().count(),
        }
        self.offset += passed.len();
        self.position
    }
}

/// The nearest offset that is not behind `offset`, in `text`, and between two characters.
pub(super) fn floor(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_count_line_feeds() {
        let text = "aé\r\nbc\n\nd";
        let mut positions = Positions::new(text);
        let found: Vec<_> = [0, 3, 5, 6, 8, 9, 9]
            .map(|offset| positions.advance(offset))
            .iter()
            .map(|it| (it.line, it.column))
            .collect();
        assert_eq!(
            found,
            [(0, 0), (0, 2), (1, 0), (1, 1), (2, 0), (3, 0), (3, 0)]
        );
    }

    #[test]
    fn an_offset_inside_a_character_or_past_the_end_moves_back() {
        assert_eq!(floor("é", 1), 0);
        assert_eq!(floor("é", 9), 2);
    }
}
