//! Choices that bytes make.

use arbitrary::Unstructured;

/// A source of choices.
pub(super) struct Choices<'a>(Unstructured<'a>);

impl<'a> Choices<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self(Unstructured::new(bytes))
    }

    /// A number less than `end`; 0 if there is none.
    pub(super) fn below(&mut self, end: usize) -> usize {
        let last = end.saturating_sub(1);
        self.0.int_in_range(0..=last).unwrap_or_default()
    }

    /// True in about `percent` of 100 cases.
    pub(super) fn chance(&mut self, percent: usize) -> bool {
        self.below(100) >= 100_usize.saturating_sub(percent)
    }

    /// One of `list`, which is not empty.
    pub(super) fn one<'l, T>(&mut self, list: &'l [T]) -> &'l T {
        let place = self.below(list.len());
        &list[place]
    }

    /// One of `list`, if it has any.
    pub(super) fn any<'l, T>(&mut self, list: &'l [T]) -> Option<&'l T> {
        let place = self.below(list.len());
        list.get(place)
    }

    /// Some of `list`, in their order.
    pub(super) fn some<'l, T>(&mut self, list: &'l [T], percent: usize) -> Vec<&'l T> {
        list.iter().filter(|_| self.chance(percent)).collect()
    }
}
