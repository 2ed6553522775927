use crate::diagnostics::Pointer;

/// The way to the value that is being read, kept on the stack: it becomes a [`Pointer`] only if there is something to
/// report.
#[derive(Clone, Copy)]
pub(super) enum Trail<'a> {
    Root,
    Member(&'a Trail<'a>, &'a str),
    Element(&'a Trail<'a>, usize),
}

impl Trail<'_> {
    pub(super) fn pointer(&self) -> Pointer {
        let mut steps = Vec::new();
        let mut trail = self;
        while let Trail::Member(parent, _) | Trail::Element(parent, _) = trail {
            steps.push(trail);
            trail = parent;
        }
        let steps = steps.into_iter().rev();
        steps.fold(Pointer::root(), |pointer, step| match step {
            Trail::Member(_, key) => pointer.child(key),
            Trail::Element(_, index) => pointer.index(*index),
            Trail::Root => pointer,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trail_becomes_a_pointer_from_the_root_on() {
        let paths = Trail::Member(&Trail::Root, "paths");
        let path = Trail::Member(&paths, "/a");
        assert_eq!(Trail::Element(&path, 2).pointer().as_str(), "/paths/~1a/2");
        assert_eq!(Trail::Root.pointer(), Pointer::root());
    }
}
