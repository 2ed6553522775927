//! Things of two documents that stand for each other because they have something in common.

use std::collections::{BTreeMap, VecDeque};

/// Things of two documents.
#[derive(Debug)]
pub(super) struct Paired<T> {
    /// Those that stand for each other.
    pub pairs: Vec<(T, T)>,
    /// Those of the old document that are left.
    pub removed: Vec<T>,
    /// Those of the new document that are left.
    pub added: Vec<T>,
}

impl<T> Paired<T> {
    /// Nothing is paired yet.
    pub fn new(old: Vec<T>, new: Vec<T>) -> Self {
        Self {
            pairs: Vec::new(),
            removed: old,
            added: new,
        }
    }

    /// Pairs what is left and has the same `key`, in the order of the documents; what has no key is not paired.
    pub fn by<K: Ord>(self, key: impl Fn(&T) -> Option<K>) -> Self {
        self.by_either(&key, &key)
    }

    /// Pairs what is left where the `key` of the old is the same as that of the new, which is found in another way.
    pub fn by_either<K: Ord>(
        mut self,
        key: impl Fn(&T) -> Option<K>,
        new_key: impl Fn(&T) -> Option<K>,
    ) -> Self {
        let mut places: BTreeMap<K, VecDeque<usize>> = BTreeMap::new();
        for (place, thing) in self.added.iter().enumerate() {
            if let Some(key) = new_key(thing) {
                places.entry(key).or_default().push_back(place);
            }
        }
        let mut added: Vec<Option<T>> = self.added.into_iter().map(Some).collect();
        let mut removed = Vec::new();
        for thing in self.removed {
            let place = key(&thing).and_then(|key| places.get_mut(&key)?.pop_front());
            let counterpart = place.and_then(|place| added.get_mut(place)?.take());
            match counterpart {
                Some(counterpart) => self.pairs.push((thing, counterpart)),
                None => removed.push(thing),
            }
        }
        self.removed = removed;
        self.added = added.into_iter().flatten().collect();
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_the_same_key_is_paired_in_order() {
        let paired = Paired::new(vec!["a1", "b1", "a2", "c"], vec!["c", "a3", "d", "b2"]);
        let paired = paired.by(|name| (name.len() > 1).then(|| name.chars().next()));
        assert_eq!(paired.pairs, [("a1", "a3"), ("b1", "b2")]);
        assert_eq!(paired.removed, ["a2", "c"]);
        assert_eq!(paired.added, ["c", "d"]);
    }
}
