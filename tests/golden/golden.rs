//! The golden files of a case: those on the disk, and those that the generator makes now.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use clientsmith::Package;

use crate::case::Case;

/// Files by their path below the folder of a case.
pub type Files = BTreeMap<String, String>;

/// Generated files that say nothing of a feature which others don't.
const LEFT_OUT: &[&str] = &["Cargo.toml", "README.md", "src/lib.rs"];

/// Golden files beside those of the client. Whatever else a case has is what it is made of.
const MESSAGES: &[&str] = &["errors.txt", "warnings.txt"];

/// What the generator makes of a case now.
pub fn generated(case: &Case) -> Files {
    match case.generate() {
        Ok(package) => of_package(case, &package),
        Err(errors) => Files::from([("errors.txt".to_owned(), errors.render(false))]),
    }
}

/// The golden files on the disk.
pub fn stored(case: &Case) -> Files {
    let mut files = Files::new();
    collect(&case.folder, "", &mut files);
    files.retain(|path, _| path.starts_with("out/") || MESSAGES.contains(&path.as_str()));
    files
}

/// The files of a package beside those that every client has, and its warnings. The runtime is copied as it is.
fn of_package(case: &Case, package: &Package) -> Files {
    let bare = case.generate_bare().expect("the bare document is valid");
    let bare: BTreeMap<_, _> = bare.files().collect();
    let own = package.files().filter(|(path, text)| {
        !path.starts_with("src/runtime/")
            && !LEFT_OUT.contains(path)
            && bare.get(path).is_none_or(|bare| bare != text)
    });
    let mut files: Files = own
        .map(|(path, text)| (format!("out/{path}"), text.to_owned()))
        .collect();
    if !package.warnings().is_empty() {
        files.insert("warnings.txt".to_owned(), package.warnings().render(false));
    }
    files
}

fn collect(folder: &Path, prefix: &str, files: &mut Files) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap();
        let name = format!("{prefix}{name}");
        if path.is_dir() {
            collect(&path, &format!("{name}/"), files);
        } else {
            files.insert(name, fs::read_to_string(&path).unwrap());
        }
    }
}
