//! One line about what a command did.

use std::collections::BTreeMap;
use std::time::Duration;

use clientsmith::package::{Stale, Written};

/// Returns what a write did to the client called `name`, how many warnings its document has, and in what time.
pub(super) fn written(name: &str, written: &Written, warnings: usize, took: Duration) -> String {
    let counts = [
        (written.created.len(), "created"),
        (written.changed.len(), "changed"),
        (written.removed.len(), "removed"),
        (written.kept.len(), "kept"),
        (written.unchanged.len(), "unchanged"),
    ];
    line(name, &counts, warnings, took)
}

/// Returns what a check found in the client called `name`, which has `files` files with its manifest, how many warnings
/// its document has, and in what time.
pub(super) fn checked(
    name: &str,
    files: usize,
    stale: &[Stale],
    warnings: usize,
    took: Duration,
) -> String {
    let mut by_state = BTreeMap::new();
    for file in stale {
        *by_state.entry(file.state).or_insert(0) += 1;
    }
    let wrong = stale.iter().filter(|file| file.generated.is_some()).count();
    let mut counts: Vec<_> = by_state
        .iter()
        .map(|(state, count)| (*count, state.label()))
        .collect();
    counts.push((files.saturating_sub(wrong), "up to date"));
    line(name, &counts, warnings, took)
}

fn line(name: &str, counts: &[(usize, &str)], warnings: usize, took: Duration) -> String {
    let mut parts: Vec<String> = Vec::new();
    for (count, what) in counts.iter().filter(|(count, _)| *count > 0) {
        let noun = match (parts.is_empty(), count) {
            (true, 1) => " file",
            (true, _) => " files",
            (false, _) => "",
        };
        parts.push(format!("{count}{noun} {what}"));
    }
    match warnings {
        0 => {}
        1 => parts.push("1 warning".to_owned()),
        _ => parts.push(format!("{warnings} warnings")),
    }
    format!("{name}: {} ({} ms)", parts.join(", "), took.as_millis())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_happened_is_counted() {
        let took = Duration::from_millis(41);
        let counts = [
            (0, "created"),
            (3, "changed"),
            (1, "removed"),
            (61, "unchanged"),
        ];
        assert_eq!(
            line("pet-store", &counts, 0, took),
            "pet-store: 3 files changed, 1 removed, 61 unchanged (41 ms)"
        );
        assert_eq!(
            line("a", &[(1, "created")], 1, took),
            "a: 1 file created, 1 warning (41 ms)"
        );
    }
}
