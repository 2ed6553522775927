//! What is known of the envelopes that the settings say to unwrap.

use hashbrown::HashSet;
use std::collections::BTreeSet;

use super::context::Context;
use crate::codes::lower::UNWRAP_UNMATCHED;
use crate::diagnostics::{Diagnostic, Place, Pointer};

/// What is known of the envelopes that the settings say to unwrap.
#[derive(Debug, Default)]
pub(super) struct Envelopes<'a> {
    /// The members to unwrap, in the order in which they are looked for.
    members: &'a [String],
    /// Those that were found.
    found: BTreeSet<String>,
    /// Schemas of bodies that were unwrapped, and the parts those are made of.
    unwrapped: HashSet<Pointer>,
    /// Schemas whose types are used.
    used: HashSet<Pointer>,
}

impl<'a> Envelopes<'a> {
    pub fn new(members: &'a [String]) -> Self {
        Self {
            members,
            ..Self::default()
        }
    }

    /// Returns whether there is anything to unwrap.
    pub fn are_unwrapped(&self) -> bool {
        !self.members.is_empty()
    }

    /// Returns the members to unwrap, in the order in which they are looked for.
    pub fn members(&self) -> &'a [String] {
        self.members
    }

    /// Notes that the schemas at `places` describe a body of which only `member` is given.
    pub fn open(&mut self, member: &str, places: impl IntoIterator<Item = Pointer>) {
        self.found.insert(member.to_owned());
        self.unwrapped.extend(places);
    }

    /// Notes that the type of the schema at `at` is used.
    pub fn use_type(&mut self, at: &Pointer) {
        if self.are_unwrapped() {
            self.used.insert(at.clone());
        }
    }

    /// Returns whether nothing but unwrapped bodies led to the schema at `at` so far.
    pub fn is_mere_envelope(&self, at: &Pointer) -> bool {
        self.unwrapped.contains(at) && !self.used.contains(at)
    }
}

/// Notes members that no body has.
pub(super) fn report_unmatched(context: &mut Context<'_>) {
    let envelopes = &context.envelopes;
    let found = |member: &&String| envelopes.found.contains(*member);
    let lost = envelopes.members.iter().filter(|member| !found(member));
    let reports = lost.map(|member| {
        let message = format!(
            "no successful response has a JSON object with the property `{member}` as its body"
        );
        Diagnostic::new(&UNWRAP_UNMATCHED, Place::Whole, message)
    });
    context.problems.extend(reports.collect::<Vec<_>>());
}
