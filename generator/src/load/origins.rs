//! Where the nodes of an upgraded tree stand in the text, and where the nodes of the text have gone.

use std::collections::BTreeMap;

use crate::diagnostics::Pointer;

/// Where the nodes of an upgraded tree stand in the text, and where the nodes of the text have gone.
#[derive(Debug, Default)]
pub(super) struct Origins {
    old: BTreeMap<Pointer, Pointer>,
    new: BTreeMap<Pointer, Pointer>,
}

impl Origins {
    /// Notes that the node now at `new`, with all that is in it, stood at `old` before this step of the upgrade.
    pub(super) fn moved(&mut self, new: Pointer, old: &Pointer) {
        self.came(new, self.original(old));
    }

    /// Notes that the node now at `new`, with all that is in it, stands at `old` in the text. Where nodes trade places
    /// within one step, this cannot take one for the other.
    pub(super) fn came(&mut self, new: Pointer, old: Pointer) {
        self.new.entry(old.clone()).or_insert_with(|| new.clone());
        self.old.insert(new, old);
    }

    /// Notes that the node now at `new` is a copy of the one at `old`, which stays.
    pub(super) fn copied(&mut self, new: &Pointer, old: &Pointer) {
        let within = self.old.range(old.clone()..);
        let within = within.take_while(|(at, _)| at.as_str().starts_with(old.as_str()));
        let inner: Vec<(Pointer, Pointer)> = within
            .filter_map(|(at, text)| {
                let rest = at.as_str().get(old.as_str().len()..)?;
                let at = Pointer::parse(&format!("{new}{rest}"));
                rest.starts_with('/').then(|| (at, text.clone()))
            })
            .collect();
        self.old.insert(new.clone(), self.original(old));
        self.old.extend(inner);
    }

    /// Returns the place in the text of the node at `at`.
    pub(super) fn original(&self, at: &Pointer) -> Pointer {
        follow(&self.old, at)
    }

    /// Returns all that moved, as new place and place in the text.
    pub(super) fn moves(&self) -> impl Iterator<Item = (&Pointer, &Pointer)> {
        self.old.iter()
    }

    /// Returns where the node is that stood at `at` in the text; the first place, where it has several.
    pub(super) fn now(&self, at: &Pointer) -> Pointer {
        follow(&self.new, at)
    }
}

/// `at`, with the longest part of it that `moves` knows replaced.
fn follow(moves: &BTreeMap<Pointer, Pointer>, at: &Pointer) -> Pointer {
    if moves.is_empty() {
        return at.clone();
    }
    let moved = at.upward().find_map(|from| Some((from, moves.get(from)?)));
    moved.map_or_else(
        || at.clone(),
        |(from, to)| {
            let rest = at.as_str().get(from.len()..).unwrap_or_default();
            Pointer::parse(&format!("{to}{rest}"))
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_move_counts_and_moves_add_up() {
        let at = Pointer::parse;
        let mut origins = Origins::default();
        origins.moved(at("/components/schemas"), &at("/definitions"));
        origins.moved(
            at("/components/schemas/A/anyOf/0"),
            &at("/components/schemas/A"),
        );
        assert_eq!(
            origins.original(&at("/components/schemas/B/items")),
            at("/definitions/B/items")
        );
        assert_eq!(
            origins.original(&at("/components/schemas/A/anyOf/0/items")),
            at("/definitions/A/items")
        );
        assert_eq!(origins.original(&at("/paths/~1a")), at("/paths/~1a"));
        assert_eq!(
            origins.now(&at("/definitions/A/items")),
            at("/components/schemas/A/anyOf/0/items")
        );
    }
}
