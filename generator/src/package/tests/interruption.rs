//! A write that is stopped after any of its steps, by a kill or by an error.

use super::super::plan::{Step, plan};
use super::super::staging;
use super::super::staging::execute;
use super::super::survey::Survey;
use super::*;

/// Returns the steps that take `dir`, which holds `older`, to `newer`.
fn steps(older: &Package, newer: &Package, dir: &Path) -> Vec<Step> {
    older.write_to(dir).unwrap();
    put(dir, "src/mine.rs", "by hand");
    plan(&Survey::new(newer, dir).unwrap(), newer)
}

/// Asserts that every file is whole, that a check tells the difference, and that a write repairs it.
fn assert_mendable(older: &Package, newer: &Package, dir: &Path) {
    let whole = [fresh(older), fresh(newer)];
    for (path, content) in snapshot(dir) {
        let is_whole = whole.iter().any(|files| files.get(&path) == Some(&content));
        assert!(
            is_whole || path.starts_with(".clientsmith") || path == "src/mine.rs",
            "{path} is torn"
        );
    }
    assert!(!newer.stale_in(dir).unwrap().is_empty());
    assert!(
        states(newer, dir)
            .iter()
            .all(|(_, state)| !matches!(state, State::HandEdited | State::InTheWay))
    );
    newer.write_to(dir).unwrap();
    assert_is(newer, dir);
}

fn assert_is(package: &Package, dir: &Path) {
    let mut expected = fresh(package);
    expected.insert("src/mine.rs".into(), Some(b"by hand".to_vec()));
    assert_eq!(snapshot(dir), expected);
    assert!(package.stale_in(dir).unwrap().is_empty());
}

#[test]
fn after_a_kill_at_any_step_a_check_tells_and_a_write_mends() {
    let (older, newer) = older_and_newer();
    for count in 0..=10 {
        let dir = tempfile::tempdir().unwrap();
        let steps = steps(&older, &newer, dir.path());
        assert_eq!(steps.len(), 11);
        // A kill runs no destructor, so the staging folder stays.
        let staging = staging::inside(dir.path()).unwrap().keep();
        execute(steps.get(..count).unwrap(), dir.path(), &staging).unwrap();
        assert_mendable(&older, &newer, dir.path());
    }
}

#[test]
fn after_a_kill_at_any_step_the_way_back_is_open_too() {
    let (older, newer) = older_and_newer();
    for count in 0..=11 {
        let dir = tempfile::tempdir().unwrap();
        let steps = steps(&older, &newer, dir.path());
        let staging = staging::inside(dir.path()).unwrap().keep();
        execute(steps.get(..count).unwrap(), dir.path(), &staging).unwrap();
        older.write_to(dir.path()).unwrap();
        assert_is(&older, dir.path());
    }
}

#[test]
fn an_error_at_any_step_leaves_nothing_torn() {
    let (older, newer) = older_and_newer();
    for failing in 0..=10 {
        let dir = tempfile::tempdir().unwrap();
        let mut steps = steps(&older, &newer, dir.path());
        let failure = Step::Install {
            slot: "never staged".into(),
            to: "x".into(),
        };
        steps.insert(failing, failure);
        let staging = staging::inside(dir.path()).unwrap();
        assert!(execute(&steps, dir.path(), staging.path()).is_err());
        drop(staging);
        assert_mendable(&older, &newer, dir.path());
    }
}

#[test]
fn a_content_cut_off_in_staging_never_reaches_its_place() {
    let (older, newer) = older_and_newer();
    let dir = tempfile::tempdir().unwrap();
    steps(&older, &newer, dir.path());
    put(dir.path(), ".clientsmith-staging-aB3xYz/0", "cut o");
    let told = states(&newer, dir.path());
    assert!(
        told.contains(&(".clientsmith-staging-aB3xYz".into(), State::Interrupted)),
        "{told:?}"
    );
    assert_mendable(&older, &newer, dir.path());
}

#[test]
fn a_first_write_cut_short_leaves_no_folder_but_its_staging() {
    let dir = tempfile::tempdir().unwrap();
    let (older, _) = older_and_newer();
    put(
        dir.path(),
        ".clientsmith-staging-api-aB3xYz/built/Cargo.toml",
        "cut o",
    );
    put(
        dir.path(),
        ".clientsmith-staging-api-v2-aB3xYz/0",
        "of another folder",
    );
    let out = dir.path().join("api");
    assert!(states(&older, &out).contains(&(
        "../.clientsmith-staging-api-aB3xYz".into(),
        State::Interrupted
    )));
    older.write_to(&out).unwrap();
    assert_eq!(snapshot(&out), fresh(&older));
    assert!(!dir.path().join(".clientsmith-staging-api-aB3xYz").exists());
    assert!(
        dir.path()
            .join(".clientsmith-staging-api-v2-aB3xYz")
            .exists()
    );
}
