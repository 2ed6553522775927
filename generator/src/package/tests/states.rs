//! Each state a check can tell, and how a write repairs it.

use super::*;

#[test]
fn a_write_makes_a_check_find_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let (older, newer) = older_and_newer();
    let out = dir.path().join("nested/out");
    assert_eq!(older.stale_in(&out).unwrap().len(), 5);
    let written = older.write_to(&out).unwrap();
    assert_eq!(
        written.created,
        [
            ".clientsmith",
            "Cargo.toml",
            "README.md",
            "src/gone/x.rs",
            "src/lib.rs"
        ]
    );
    assert!(older.stale_in(&out).unwrap().is_empty());
    assert_eq!(snapshot(&out), fresh(&older));

    let written = newer.write_to(&out).unwrap();
    assert_eq!(written.created, ["src/new/y.rs"]);
    assert_eq!(
        written.changed,
        [".clientsmith", "Cargo.toml", "src/lib.rs"]
    );
    assert_eq!(written.removed, ["src/gone/x.rs"]);
    assert_eq!(written.unchanged, ["README.md"]);
    assert_eq!(snapshot(&out), fresh(&newer));
    assert_eq!(
        snapshot(dir.path()).len(),
        5,
        "nothing is left beside the folder"
    );
}

#[test]
fn a_check_tells_each_state_apart() {
    let dir = tempfile::tempdir().unwrap();
    let (older, newer) = older_and_newer();
    older.write_to(dir.path()).unwrap();
    put(dir.path(), "src/lib.rs", "edited");
    let before = snapshot(dir.path());
    let expected = [
        (".clientsmith", State::Stale),
        ("Cargo.toml", State::Stale),
        ("src/gone/x.rs", State::Orphan),
        ("src/lib.rs", State::HandEdited),
        ("src/new/y.rs", State::Missing),
    ];
    assert_eq!(
        states(&newer, dir.path()),
        expected.map(|(path, state)| (path.to_owned(), state))
    );
    assert_eq!(snapshot(dir.path()), before, "a check writes nothing");
    newer.write_to(dir.path()).unwrap();
    assert_eq!(snapshot(dir.path()), fresh(&newer));
}

#[test]
fn bytes_that_are_not_text_are_reported_and_replaced() {
    let dir = tempfile::tempdir().unwrap();
    let (older, _) = older_and_newer();
    older.write_to(dir.path()).unwrap();
    put(dir.path(), "src/lib.rs", b"\xff\xfe");
    assert_eq!(
        states(&older, dir.path()),
        [("src/lib.rs".into(), State::HandEdited)]
    );
    assert_eq!(older.write_to(dir.path()).unwrap().changed, ["src/lib.rs"]);
}

#[test]
fn a_new_document_with_the_same_output_makes_only_the_manifest_stale() {
    let dir = tempfile::tempdir().unwrap();
    let (older, _) = older_and_newer();
    older.write_to(dir.path()).unwrap();
    let same = older
        .files()
        .map(|(path, content)| (path.to_owned(), content.to_owned()));
    let reworded = Package::new(same, "other".into()).unwrap();
    assert_eq!(
        states(&reworded, dir.path()),
        [(".clientsmith".into(), State::Stale)]
    );
    assert_eq!(
        reworded.write_to(dir.path()).unwrap().changed,
        [".clientsmith"]
    );
}

#[test]
fn a_lost_manifest_is_rebuilt_around_marked_files() {
    let dir = tempfile::tempdir().unwrap();
    package(&[("lib.rs", MARKED)]).write_to(dir.path()).unwrap();
    fs::remove_file(dir.path().join(".clientsmith")).unwrap();
    let newer = package(&[("lib.rs", "new")]);
    newer.write_to(dir.path()).unwrap();
    assert_eq!(snapshot(dir.path()), fresh(&newer));
}

#[test]
fn a_manifest_in_conflict_still_owns_its_files() {
    let dir = tempfile::tempdir().unwrap();
    let (older, newer) = older_and_newer();
    older.write_to(dir.path()).unwrap();
    let manifest = fs::read_to_string(dir.path().join(".clientsmith")).unwrap();
    put(
        dir.path(),
        ".clientsmith",
        format!("<<<<<<< ours\n{manifest}=======\n>>>>>>> theirs\n"),
    );
    assert!(states(&newer, dir.path()).contains(&(".clientsmith".into(), State::Damaged)));
    newer.write_to(dir.path()).unwrap();
    assert_eq!(snapshot(dir.path()), fresh(&newer));
}
