//! The manifest: which files of a folder are ours, and what was written to each.
//!
//! Lines that begin with `#` say what made it; every other line is the SHA-256 and the path of one
//! file, sorted by path, so that `sha256sum --check .clientsmith` verifies a folder without us and so
//! that two branches merge line by line. A path listed with two hashes may hold either content: this
//! is how a write that was cut short, and a merge, remain readable.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::Package;
use super::path::RelativePath;
use super::state::{Hash, MARKER};

/// The name of the manifest in the output folder.
pub const MANIFEST: &str = ".clientsmith";

/// The files that are ours, each with the contents it may have had when it was last written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    entries: BTreeMap<RelativePath, BTreeSet<Hash>>,
}

impl Manifest {
    /// Returns the manifest of a folder that holds exactly the files of `package`.
    pub(super) fn new(package: &Package) -> Self {
        let entry = |(path, content): (&RelativePath, &String)| {
            (
                path.clone(),
                BTreeSet::from([Hash::new(content.as_bytes())]),
            )
        };
        Self {
            entries: package.files.iter().map(entry).collect(),
        }
    }

    /// Reads what can be read of `text`, and tells how many lines could not be.
    ///
    /// The lines are not trusted: a path that could leave the folder counts as unreadable.
    pub(super) fn read(text: &[u8]) -> (Self, usize) {
        let text = String::from_utf8_lossy(text);
        let (mut manifest, mut unreadable) = (Self::default(), 0);
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            match read_line(line) {
                Some((hash, path)) => manifest.add(path, [hash]),
                None => unreadable += 1,
            }
        }
        (manifest, unreadable)
    }

    /// Returns the manifest that owns every file of both.
    pub(super) fn union(mut self, other: &Self) -> Self {
        for (path, hashes) in &other.entries {
            self.add(path.clone(), hashes.iter().cloned());
        }
        self
    }

    /// Returns the text of this manifest for the document `document_hash`.
    pub(super) fn render(&self, document_hash: &str) -> String {
        let mut text = format!(
            "# {MARKER}; do not edit.\n# generator {}\n# document {document_hash}\n",
            env!("CARGO_PKG_VERSION")
        );
        for (path, hash) in self.lines() {
            // Writing to a `String` cannot fail.
            let _ = writeln!(text, "{}  {path}", hash.as_str());
        }
        text
    }

    /// Returns the hashes recorded for `path`; none if it is not listed.
    pub(super) fn hashes(&self, path: &RelativePath) -> Option<&BTreeSet<Hash>> {
        self.entries.get(path)
    }

    /// Returns the listed paths, sorted.
    pub(super) fn paths(&self) -> impl Iterator<Item = &RelativePath> {
        self.entries.keys()
    }

    fn add(&mut self, path: RelativePath, hashes: impl IntoIterator<Item = Hash>) {
        self.entries.entry(path).or_default().extend(hashes);
    }

    fn lines(&self) -> impl Iterator<Item = (&RelativePath, &Hash)> {
        self.entries
            .iter()
            .flat_map(|(path, hashes)| hashes.iter().map(move |hash| (path, hash)))
    }
}

fn read_line(line: &str) -> Option<(Hash, RelativePath)> {
    let (hash, path) = line.split_once("  ")?;
    Some((Hash::parse(hash)?, RelativePath::parse(path).ok()?))
}

#[cfg(test)]
mod tests {

    use super::*;

    fn manifest(files: &[(&str, &str)]) -> Manifest {
        let files = files
            .iter()
            .map(|(path, content)| ((*path).to_owned(), (*content).to_owned()));
        Manifest::new(&Package::new(files, "d0c".into()).unwrap())
    }

    #[test]
    fn a_manifest_reads_back() {
        let written = manifest(&[("Cargo.toml", ""), ("src/lib.rs", "x")]);
        assert_eq!(
            Manifest::read(written.render("d0c").as_bytes()),
            (written, 0)
        );
    }

    #[test]
    fn a_merge_conflict_keeps_the_files_of_both_sides() {
        let (ours, theirs) = (
            manifest(&[("a", "1"), ("b", "1")]),
            manifest(&[("a", "2"), ("c", "1")]),
        );
        let conflict = format!(
            "<<<<<<< ours\n{}=======\n{}>>>>>>> theirs\n",
            ours.render("1"),
            theirs.render("2")
        );
        assert_eq!(
            Manifest::read(conflict.as_bytes()),
            (ours.union(&theirs), 3)
        );
    }

    #[test]
    fn hostile_lines_are_not_entries() {
        let hash = Hash::new(b"");
        let text = format!(
            "{0}  ../../x\n{0}  /etc/passwd\n{0} a\nnonsense\n\u{fffd}\n",
            hash.as_str()
        );
        assert_eq!(Manifest::read(text.as_bytes()), (Manifest::default(), 5));
    }
}
