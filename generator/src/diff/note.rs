//! What a report says beside the changes.

use semver::Version;

use super::report::Report;
use crate::Document;
use crate::codes::changes::{
    ACCEPT_EXPIRED, ACCEPT_UNUSED, ChangeCode, NAMES_KEPT, VERSION_NOT_BUMPED, Verdict,
};
use crate::settings::{AcceptedChange, DiffSettings};
use crate::surface::KeptNames;

/// Something to know about a report that is no change.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Note {
    /// Which kind of note it is.
    pub code: &'static ChangeCode,
    /// What it counts as: nothing, unless the settings say so.
    pub verdict: Verdict,
    /// What there is to know, in one sentence without a full stop.
    pub message: String,
}

impl Note {
    fn new(code: &'static ChangeCode, message: String) -> Self {
        Self {
            code,
            verdict: Verdict::Compatible,
            message,
        }
    }

    /// Returns what `clientsmith update` does about names that something else would get.
    pub(super) fn of_names(kept: &KeptNames) -> Self {
        let keys = kept.names.keys();
        let names: Vec<String> = keys.iter().map(|(_, name)| format!("`{name}`")).collect();
        let (level, names) = (kept.level, names.join(", "));
        let message = format!(
            "something else gets the names {names}; `clientsmith update` keeps them with `[names]` settings, and the Rust API is {level} then"
        );
        Self::new(&NAMES_KEPT, message)
    }

    /// Returns that the version of the API is the same although clients break, or that its first number is, if it
    /// follows [Semantic Versioning](https://semver.org).
    pub(super) fn of_version(
        old: &Document,
        new: &Document,
        report: &Report,
        settings: &DiffSettings,
    ) -> Option<Self> {
        if report.verdict() != Verdict::Breaking {
            return None;
        }
        let (old, new) = (old.api_version(), new.api_version());
        if !promises_the_same(&old, &new) {
            return None;
        }
        let message = if old == new {
            format!("clients break, and `info.version` is still `{new}`")
        } else {
            format!("clients break, although `info.version` changes only from `{old}` to `{new}`")
        };
        let verdict = settings.severities.get(VERSION_NOT_BUMPED.id).copied();
        Some(Self {
            verdict: verdict.unwrap_or_default(),
            ..Self::new(&VERSION_NOT_BUMPED, message)
        })
    }

    pub(super) fn unused(name: &str) -> Self {
        let message = format!("`diff.accept.{name}` matches no change; remove it");
        Self::new(&ACCEPT_UNUSED, message)
    }

    pub(super) fn expired(name: &str, accepted: &AcceptedChange) -> Self {
        let until = accepted.until.as_deref().unwrap_or_default();
        let message = format!("`diff.accept.{name}` has expired: its last day was {until}");
        Self::new(&ACCEPT_EXPIRED, message)
    }
}

/// Versions from here on are dates.
const FIRST_YEAR: u64 = 1900;

fn promises_the_same(old_text: &str, new_text: &str) -> bool {
    let parse = |text: &str| Version::parse(text.trim_start_matches('v')).ok();
    match (parse(old_text), parse(new_text)) {
        // The first number of a date is no promise.
        (Some(old), Some(_)) if old.major >= FIRST_YEAR => old_text == new_text,
        (Some(old), Some(new)) if old.major == 0 && new.major == 0 => old.minor == new.minor,
        (Some(old), Some(new)) => old.major == new.major,
        _ => old_text == new_text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_promise_what_they_say() {
        for (old, new, is_same) in [
            ("1.0.0", "1.0.0", true),
            ("1.0.0", "1.9.0", true),
            ("1.0.0", "2.0.0", false),
            ("0.1.0", "0.1.1", true),
            ("0.1.0", "0.2.0", false),
            ("v1.0.0", "v2.0.0", false),
            ("2024.1.0", "2024.2.0", false),
            ("2024-01-01", "2024-02-01", false),
            ("2024-01-01", "2024-01-01", true),
        ] {
            assert_eq!(promises_the_same(old, new), is_same, "{old} {new}");
        }
    }
}
