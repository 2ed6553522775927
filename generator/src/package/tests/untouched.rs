//! What a write must leave alone.

use std::time::{Duration, SystemTime};

use super::*;

#[test]
fn a_file_that_is_right_keeps_its_time() {
    let dir = tempfile::tempdir().unwrap();
    let (older, newer) = older_and_newer();
    older.write_to(dir.path()).unwrap();
    let readme = dir.path().join("README.md");
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000);
    fs::File::options()
        .write(true)
        .open(&readme)
        .unwrap()
        .set_modified(long_ago)
        .unwrap();
    newer.write_to(dir.path()).unwrap();
    assert_eq!(readme.metadata().unwrap().modified().unwrap(), long_ago);
    assert!(newer.write_to(dir.path()).unwrap().is_unchanged());
}

#[test]
fn a_hand_written_file_in_the_way_stops_the_write_before_it_begins() {
    let dir = tempfile::tempdir().unwrap();
    put(dir.path(), "src/lib.rs", "by hand");
    put(
        dir.path(),
        "README.md/notes",
        "a folder where a file belongs",
    );
    let before = snapshot(dir.path());
    let (older, _) = older_and_newer();
    let Err(PackageError::InTheWay { paths }) = older.write_to(dir.path()) else {
        panic!("the write must refuse")
    };
    assert_eq!(
        paths,
        [dir.path().join("README.md"), dir.path().join("src/lib.rs")]
    );
    assert_eq!(snapshot(dir.path()), before);
    assert!(states(&older, dir.path()).contains(&("src/lib.rs".into(), State::InTheWay)));
}

#[test]
fn files_beside_ours_stay() {
    let dir = tempfile::tempdir().unwrap();
    let (older, newer) = older_and_newer();
    put(dir.path(), "src/gone/mine.rs", "by hand");
    put(dir.path(), "CHANGELOG.md", "by hand");
    older.write_to(dir.path()).unwrap();
    newer.write_to(dir.path()).unwrap();
    let after = snapshot(dir.path());
    assert_eq!(
        after.get("src/gone/mine.rs"),
        Some(&Some(b"by hand".to_vec()))
    );
    assert_eq!(after.get("CHANGELOG.md"), Some(&Some(b"by hand".to_vec())));
}

#[test]
fn an_orphan_rewritten_by_hand_is_kept_and_forgotten() {
    let dir = tempfile::tempdir().unwrap();
    let (older, newer) = older_and_newer();
    older.write_to(dir.path()).unwrap();
    put(dir.path(), "src/gone/x.rs", "by hand");
    assert!(states(&newer, dir.path()).contains(&("src/gone/x.rs".into(), State::Disowned)));
    assert_eq!(newer.write_to(dir.path()).unwrap().kept, ["src/gone/x.rs"]);
    assert_eq!(
        fs::read_to_string(dir.path().join("src/gone/x.rs")).unwrap(),
        "by hand"
    );
    assert!(newer.stale_in(dir.path()).unwrap().is_empty());
}

#[test]
fn a_folder_that_cannot_be_written_is_named_and_left() {
    let dir = tempfile::tempdir().unwrap();
    let (older, newer) = older_and_newer();
    let out = dir.path().join("out");
    older.write_to(&out).unwrap();
    let writable = out.metadata().unwrap().permissions();
    let mut read_only = writable.clone();
    read_only.set_readonly(true);
    fs::set_permissions(&out, read_only).unwrap();
    // The superuser may write all the same.
    if fs::write(out.join("probe"), "").is_err() {
        let error = newer.write_to(&out).unwrap_err().to_string();
        assert!(
            error.contains("out`; make it and its folder writable"),
            "{error}"
        );
        assert_eq!(snapshot(&out), fresh(&older));
    }
    fs::set_permissions(&out, writable).unwrap();
}
