//! A namespace that hands out unique names.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use super::case::{Case, ends_with_digit};
use super::words::split;
use super::{Identifier, identifier, signs};

/// The longest name, in characters, before a number is put behind it.
const MAX_LENGTH: usize = 120;

/// Module names with a meaning of their own, to Cargo or to Windows.
const RESERVED_MODULES: &[&str] = &[
    "aux", "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "con",
    "lib", "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "main",
    "mod", "nul", "prn",
];

/// One namespace of Rust source: the only way to get an [`Identifier`].
#[derive(Clone, Debug, Default)]
pub struct Scope {
    /// Names that were taken from the beginning. Most scopes are small and short-lived, so these are not copied.
    reserved: &'static [&'static str],
    taken: BTreeSet<String>,
    /// Those with capitals, in lower case: some file systems do not tell `a` from `A`.
    lowered: BTreeSet<String>,
    /// Names that are kept for those that the settings give them to.
    kept: BTreeSet<String>,
    /// The next number to try behind a name that is taken.
    next_number: BTreeMap<String, u64>,
}

/// A name that a document asks for.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// The name as the document spells it.
    pub text: &'a str,
    /// Whether the document marks its bearer deprecated; such a one gives way to others.
    pub deprecated: bool,
    /// The name that the settings give it.
    pub given: Option<&'a str>,
}

impl Scope {
    /// Returns an empty namespace.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Returns a namespace in which `reserved`, written as Rust source spells them, are taken.
    #[must_use]
    pub fn with_reserved(reserved: &'static [&'static str]) -> Self {
        Self {
            reserved,
            ..Self::default()
        }
    }

    /// Keeps `name` for a claim to which the settings give it.
    pub fn keep(&mut self, name: &str) {
        if self.is_free(Case::Type, name) {
            self.kept.insert(name.to_owned());
        }
    }

    /// Claims the name that the settings give, unless it is taken or is not written in the case of `kind`.
    pub fn claim_given(&mut self, kind: Case, name: &str) -> Option<Identifier> {
        let is_kept = self.kept.remove(name);
        let fits = kind.is_snake() != name.contains(char::is_uppercase);
        let is_free = is_kept || self.is_free(kind, name);
        (fits && is_free && !is_reserved(kind, name)).then(|| self.take(name))
    }

    /// Claims the name that `wanted` makes in the case of `kind`, or the first free one with a number behind it.
    ///
    /// `wanted` is the name as the document spells it. First come, first served: where the order of claims has no
    /// meaning, use [`Scope::claim_all`].
    pub fn claim(&mut self, kind: Case, wanted: &str) -> Identifier {
        let name = name_for(kind, wanted);
        self.claim_clean(kind, &name)
            .unwrap_or_else(|| self.claim_numbered(kind, &name))
    }

    /// Claims names for a whole set of texts, none of them deprecated, as [`Scope::claim_all`] does.
    pub fn claim_each<T: AsRef<str>>(&mut self, kind: Case, texts: &[T]) -> Vec<Identifier> {
        let wanted = texts.iter().map(|text| Wanted {
            text: text.as_ref(),
            deprecated: false,
            given: None,
        });
        self.claim_all(kind, &wanted.collect::<Vec<_>>())
    }

    /// Claims names for a whole set and returns them in the order of `wanted`.
    ///
    /// Names that the settings give are claimed first. Who gets a contested name does not depend on the order of the set. It goes to what is not deprecated, then to
    /// what is spelled in the target case already, then to the shorter text, then to the one with the commoner signs,
    /// then to the first one by bytes. In the names of the others the signs that make the difference are spelled out;
    /// where none does, a number is put behind the name.
    pub fn claim_all(&mut self, kind: Case, wanted: &[Wanted<'_>]) -> Vec<Identifier> {
        let mut claimed: Vec<(usize, Identifier)> = Vec::with_capacity(wanted.len());
        let mut ranked = Vec::with_capacity(wanted.len());
        for (place, one) in wanted.iter().enumerate() {
            match one.given.and_then(|name| self.claim_given(kind, name)) {
                Some(identifier) => claimed.push((place, identifier)),
                None => ranked.push((place, (one, name_for(kind, one.text)))),
            }
        }
        ranked.sort_by(|(_, left), (_, right)| order(left, right));
        let mut contested = Vec::new();
        for (place, (one, name)) in &ranked {
            match self.claim_clean(kind, name) {
                Some(identifier) => claimed.push((*place, identifier)),
                None => contested.push((*place, one.text, name.as_str())),
            }
        }
        let firsts = if contested.is_empty() {
            BTreeMap::new()
        } else {
            firsts(&ranked)
        };
        for (place, text, name) in contested {
            let first = firsts.get(name);
            let spelled = first.and_then(|first| self.claim_spelled(kind, text, first));
            let identifier = spelled.unwrap_or_else(|| self.claim_numbered(kind, name));
            claimed.push((place, identifier));
        }
        claimed.sort_by_key(|(place, _)| *place);
        let identifiers = claimed.into_iter().map(|(_, identifier)| identifier);
        identifiers.collect()
    }

    /// Claims the name of `text` with those signs spelled out that tell it from `first`, which makes the same name.
    fn claim_spelled(&mut self, kind: Case, text: &str, first: &str) -> Option<Identifier> {
        let spelled = signs::spell_difference(text, first)?;
        self.claim_clean(kind, &name_for(kind, &spelled))
    }

    fn claim_clean(&mut self, kind: Case, name: &str) -> Option<Identifier> {
        if is_reserved(kind, name) {
            let other = format!("{name}_");
            return self.is_free(kind, &other).then(|| self.take(&other));
        }
        self.is_free(kind, name).then(|| self.take(name))
    }

    fn claim_numbered(&mut self, kind: Case, name: &str) -> Identifier {
        let separator = if ends_with_digit(name) { "_" } else { "" };
        let mut number = self.next_number.get(name).copied().unwrap_or(2);
        let mut candidate = format!("{name}{separator}{number}");
        while !self.is_free(kind, &candidate) || is_reserved(kind, &candidate) {
            number += 1;
            candidate = format!("{name}{separator}{number}");
        }
        self.next_number.insert(name.to_owned(), number);
        self.take(&candidate)
    }

    fn is_free(&self, kind: Case, name: &str) -> bool {
        if self.kept.contains(name) {
            return false;
        }
        if kind != Case::Module {
            return !self.reserved.contains(&name) && !self.taken.contains(name);
        }
        let is_same = |reserved: &&str| reserved.eq_ignore_ascii_case(name);
        let lower = name.to_ascii_lowercase();
        let is_taken = self.taken.contains(&lower) || self.lowered.contains(&lower);
        !self.reserved.iter().any(is_same) && !is_taken
    }

    fn take(&mut self, name: &str) -> Identifier {
        if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
            self.lowered.insert(name.to_ascii_lowercase());
        }
        self.taken.insert(name.to_owned());
        Identifier::new(name.to_owned())
    }
}

/// Who claims first of two that ask for names: signs only matter between those that ask for the same.
fn order(left: &(&Wanted<'_>, String), right: &(&Wanted<'_>, String)) -> Ordering {
    let key = |(one, name): &(&Wanted<'_>, String)| {
        let is_other = name != one.text;
        (one.deprecated, is_other, one.text.len())
    };
    let ((left_one, left_name), (right_one, right_name)) = (left, right);
    let (left_text, right_text) = (left_one.text, right_one.text);
    let rarity = || signs::rarity(left_text).cmp(&signs::rarity(right_text));
    key(left)
        .cmp(&key(right))
        .then_with(|| left_name.cmp(right_name))
        .then_with(rarity)
        .then_with(|| left_text.cmp(right_text))
}

/// Returns the text that claims each name first.
fn firsts<'a>(ranked: &'a [(usize, (&Wanted<'a>, String))]) -> BTreeMap<&'a str, &'a str> {
    let ranked = ranked.iter().rev();
    let pairs = ranked.map(|(_, (one, name))| (name.as_str(), one.text));
    pairs.collect()
}

fn name_for(kind: Case, wanted: &str) -> String {
    if kind.is_snake() && wanted.len() <= MAX_LENGTH && is_snake(wanted) {
        return wanted.to_owned();
    }
    kind.join(&shortened(split(wanted)))
}

/// Returns whether `text` is what its own words make in `snake_case`, as most names of properties are.
fn is_snake(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_word = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    bytes.first().is_some_and(u8::is_ascii_lowercase)
        && bytes.last().is_some_and(is_word)
        && bytes.iter().all(|byte| is_word(byte) || *byte == b'_')
        && bytes.windows(2).all(|pair| pair != b"__")
}

/// Drops the words that do not fit in a name; a first word that is too long itself is cut.
fn shortened(words: Vec<String>) -> Vec<String> {
    let mut length = 0;
    let mut kept: Vec<String> = Vec::new();
    for mut word in words {
        length += word.len() + 1;
        if length > MAX_LENGTH && !kept.is_empty() {
            break;
        }
        word.truncate(MAX_LENGTH);
        kept.push(word);
    }
    kept
}

fn is_reserved(kind: Case, name: &str) -> bool {
    identifier::is_forbidden(name) || (kind == Case::Module && RESERVED_MODULES.contains(&name))
}

#[cfg(test)]
#[path = "scope_tests.rs"]
mod tests;
