//! Every hostile text at every place.

use clientsmith::Package;

use crate::check::{accepted, check};
use crate::documents::text;
use crate::literals::strings;
use crate::places::{Fate, PLACES, Place};
use crate::texts::texts;

#[test]
fn texts_stay_where_they_stand() {
    let failures: Vec<String> = PLACES.iter().flat_map(failures_at).collect();
    assert!(failures.is_empty(), "{} failures\n{}", failures.len(), failures.join("\n"));
}

/// All failures at a place, so that one does not hide the next.
fn failures_at(place: &Place) -> Vec<String> {
    let attempt = |hostile: &String| std::panic::catch_unwind(|| check_at(place, hostile)).err();
    let texts = texts();
    let failures = texts.iter().filter_map(attempt);
    failures.map(|failure| message(&*failure)).collect()
}

fn message(failure: &(dyn std::any::Any + Send)) -> String {
    let text = failure.downcast_ref::<String>().map_or("no message", String::as_str);
    text.chars().take(600).collect()
}

fn check_at((place, fate, document): &Place, hostile: &str) {
    let shown: String = hostile.chars().take(40).collect();
    let case = format!("{place} {shown:?}");
    let bytes = text(&document(hostile));
    if *fate == Fate::Open {
        let _ = check(&case, &bytes);
        return;
    }
    let package = accepted(&case, &bytes);
    if *fate == Fate::Kept {
        assert!(holds(&package, hostile), "{case}: no literal has the exact text");
    }
}

/// Whether one of the string literals of `package` is `text`.
fn holds(package: &Package, text: &str) -> bool {
    let emitted = |path: &str| path.starts_with("src/models") || path.starts_with("src/operations");
    package
        .files()
        .filter(|(path, _)| emitted(path))
        .any(|(_, file)| strings(file).iter().any(|literal| literal == text))
}
