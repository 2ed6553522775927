//! Every hostile text at every place.

use clientsmith::Package;

use crate::documents::text;
use crate::every::every;
use crate::places::{Fate, PLACES, Place};
use crate::texts::texts;
use clientsmith_tests::soundness::literals::strings;
use clientsmith_tests::soundness::{accepted, check};

#[test]
fn texts_stay_where_they_stand() {
    let texts = texts();
    let cases = PLACES
        .iter()
        .flat_map(|place| texts.iter().map(move |text| (place, text)));
    every(cases, |(place, text)| check_at(place, text));
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
        assert!(
            holds(&package, hostile),
            "{case}: no literal has the exact text"
        );
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
