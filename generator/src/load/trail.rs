use crate::diagnostics::Pointer;

/// The way to the value that is being read, kept on the stack: it becomes a [`Pointer`] only if there is something to
/// report.
#[derive(Clone, Copy)]
pub(in crate::load) enum Trail<'a> {
    Root,
    /// Not reached from the root, but known by its pointer.
    Apart(&'a Pointer),
    Member(&'a Trail<'a>, &'a str),
    Element(&'a Trail<'a>, usize),
}

impl Trail<'_> {
    pub(in crate::load) fn pointer(&self) -> Pointer {
        let mut steps = Vec::new();
        let mut trail = self;
        while let Trail::Member(parent, _) | Trail::Element(parent, _) = trail {
            steps.push(trail);
            trail = parent;
        }
        let start = match trail {
            Trail::Apart(pointer) => (*pointer).clone(),
            _ => Pointer::root(),
        };
        let steps = steps.into_iter().rev();
        steps.fold(start, |pointer, step| match step {
            Trail::Member(_, key) => pointer.child(key),
            Trail::Element(_, index) => pointer.index(*index),
            Trail::Root | Trail::Apart(_) => pointer,
        })
    }

    /// Returns the member `key` of the value that this leads to.
    pub(in crate::load) fn member<'a>(&'a self, key: &'a str) -> Trail<'a> {
        Trail::Member(self, key)
    }

    /// Returns the key of the value that this leads to, if it is a member.
    pub(in crate::load) fn key(&self) -> Option<&str> {
        match self {
            Trail::Member(_, key) => Some(key),
            _ => None,
        }
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
