use super::locate::locate;
use super::position::{Positions, floor};
use super::{Place, Source};

impl Source {
    /// The lines and columns at which `places` begin, in the same order. Both are counted from 1, columns in
    /// characters. The text is read once for all of them.
    #[must_use]
    pub fn lines_and_columns(&self, places: &[Place]) -> Vec<(usize, usize)> {
        let wanted: Vec<&Place> = places.iter().collect();
        let ranges = locate(self.text(), &wanted).into_iter();
        let mut starts: Vec<(usize, usize)> = ranges
            .map(|range| floor(self.text(), range.start))
            .enumerate()
            .collect();
        starts.sort_by_key(|(_, start)| *start);
        let mut positions = Positions::new(self.text());
        let mut found: Vec<_> = starts
            .into_iter()
            .map(|(place, start)| (place, positions.advance(start)))
            .collect();
        found.sort_by_key(|(place, _)| *place);
        found
            .into_iter()
            .map(|(_, position)| (position.line + 1, position.column + 1))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Pointer;

    #[test]
    fn the_order_is_that_of_the_places() {
        let source = Source::new("a.yaml", "a: 1\nb:\n  ä: 2\n");
        let at = |pointer| Place::Pointer(Pointer::parse(pointer));
        let found = source.lines_and_columns(&[at("/b/ä"), Place::Whole, at("/a")]);
        assert_eq!(found, [(3, 6), (1, 1), (1, 4)]);
    }
}
