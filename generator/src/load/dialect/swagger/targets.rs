//! Where references lead after everything has moved.

use hashbrown::{HashMap, HashSet};
use std::cell::OnceCell;

use percent_encoding::percent_decode_str;

use crate::diagnostics::Pointer;
use crate::load::origins::Origins;

/// What a reference stands for. A parameter and its schema come from one place of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    Schema,
    Other,
}

/// Where the places of the text have moved.
pub(super) struct Targets<'a> {
    origins: &'a Origins,
    definitions: HashSet<String>,
    /// Made when first asked for: most documents refer to definitions alone.
    places: OnceCell<HashMap<Pointer, Vec<Pointer>>>,
}

/// No document that can be read is deeper.
const MAX_DEPTH: usize = 128;

const DEFINITIONS: &str = "#/definitions/";

impl<'a> Targets<'a> {
    /// `definitions` are the names that the document defines.
    pub fn new(origins: &'a Origins, definitions: HashSet<String>) -> Self {
        Self {
            origins,
            definitions,
            places: OnceCell::new(),
        }
    }

    /// Returns the reference to where its target is now, unless that has not moved or is not there.
    pub fn rewritten(&self, reference: &str, wanted: Wanted) -> Option<String> {
        if let Some(rest) = reference.strip_prefix(DEFINITIONS) {
            let is_defined = self.is_defined(rest.split('/').next().unwrap_or_default());
            return is_defined.then(|| format!("#/components/schemas/{rest}"));
        }
        let old = place_of(reference)?;
        old.upward().find_map(|place| {
            let new = self.new_place(place, wanted)?;
            let rest = old.as_str().get(place.len()..).unwrap_or_default();
            Some(reference_to(&format!("{new}{rest}")))
        })
    }

    fn is_defined(&self, name: &str) -> bool {
        self.definitions.contains(name) || {
            let name = percent_decode_str(name).decode_utf8_lossy();
            let at = Pointer::parse(&format!("/{name}"));
            at.tokens()
                .next()
                .is_some_and(|name| self.definitions.contains(name.as_ref()))
        }
    }

    fn new_place(&self, old: &str, wanted: Wanted) -> Option<&Pointer> {
        let places = self.places.get_or_init(|| inverse(self.origins)).get(old)?;
        match wanted {
            Wanted::Schema => places.last(),
            Wanted::Other => places.first(),
        }
    }
}

/// Returns the new places of each old one, outer ones first.
fn inverse(origins: &Origins) -> HashMap<Pointer, Vec<Pointer>> {
    let mut places: HashMap<Pointer, Vec<Pointer>> = HashMap::new();
    for (new, old) in origins.moves() {
        places.entry(old.clone()).or_default().push(new.clone());
    }
    for places in places.values_mut() {
        places
            .sort_by(|left, right| (left.as_str().len(), left).cmp(&(right.as_str().len(), right)));
    }
    places
}

/// Returns the place that a reference within the document names (RFC 6901, section 6), if it can be that deep.
pub(super) fn place_of(reference: &str) -> Option<Pointer> {
    let fragment = percent_decode_str(reference.strip_prefix('#')?).decode_utf8_lossy();
    let is_pointer = fragment.starts_with('/') && fragment.matches('/').count() <= MAX_DEPTH;
    is_pointer.then(|| Pointer::parse(&fragment))
}

/// Returns the reference to a place. Nothing but `%` would be read as something else.
pub(super) fn reference_to(place: &str) -> String {
    format!("#{}", place.replace('%', "%25"))
}
