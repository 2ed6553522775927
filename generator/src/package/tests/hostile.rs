//! Manifests and links that point out of the folder.

use super::super::state::Hash;
use super::*;

fn line(path: &str, content: &str) -> String {
    format!("{}  {path}\n", Hash::new(content.as_bytes()).as_str())
}

#[test]
fn a_manifest_cannot_remove_what_is_outside() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("out");
    put(dir.path(), "precious", "x");
    let absolute = dir.path().join("precious");
    put(
        &out,
        ".clientsmith",
        line("../precious", "x") + &line(absolute.to_str().unwrap(), "x"),
    );
    let (older, _) = older_and_newer();
    assert!(states(&older, &out).contains(&(".clientsmith".into(), State::Damaged)));
    older.write_to(&out).unwrap();
    assert_eq!(fs::read_to_string(absolute).unwrap(), "x");
    assert_eq!(snapshot(&out), fresh(&older));
}

#[test]
fn a_manifest_cannot_remove_a_file_whose_content_it_does_not_know() {
    let dir = tempfile::tempdir().unwrap();
    put(dir.path(), "notes.txt", "by hand");
    put(
        dir.path(),
        ".clientsmith",
        line("notes.txt", "another content"),
    );
    let (older, _) = older_and_newer();
    assert_eq!(older.write_to(dir.path()).unwrap().kept, ["notes.txt"]);
    assert!(dir.path().join("notes.txt").exists());
}

#[cfg(unix)]
mod links {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn an_orphan_is_not_removed_through_a_linked_folder() {
        let (dir, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        put(outside.path(), "x.rs", "x");
        let (older, newer) = older_and_newer();
        older.write_to(dir.path()).unwrap();
        fs::remove_dir_all(dir.path().join("src/gone")).unwrap();
        symlink(outside.path(), dir.path().join("src/gone")).unwrap();
        newer.write_to(dir.path()).unwrap();
        assert!(outside.path().join("x.rs").exists());
    }

    #[test]
    fn nothing_is_written_through_a_link() {
        let (dir, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let (older, _) = older_and_newer();
        symlink(outside.path(), dir.path().join("src")).unwrap();
        symlink(outside.path().join("target"), dir.path().join("README.md")).unwrap();
        let error = older.write_to(dir.path()).unwrap_err();
        let PackageError::InTheWay { paths } = error else {
            panic!("the write must refuse")
        };
        assert_eq!(
            paths,
            [dir.path().join("README.md"), dir.path().join("src")]
        );
        assert!(fs::read_dir(outside.path()).unwrap().next().is_none());
    }

    #[test]
    fn a_leftover_that_is_a_link_is_no_leftover() {
        let (dir, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        put(outside.path(), "x", "x");
        symlink(
            outside.path(),
            dir.path().join(".clientsmith-staging-aB3xYz"),
        )
        .unwrap();
        older_and_newer().0.write_to(dir.path()).unwrap();
        assert!(outside.path().join("x").exists());
    }
}
