//! The crate whose build script writes a client lists what a generated crate would.

use std::fs;

use clientsmith::ApiFiles;
use clientsmith::api_files::Warnings;
use clientsmith_tests::root;
use toml::Table;

#[test]
fn dependencies_and_features_are_those_of_a_generated_crate() {
    let folder = root().join("tests/build-script");
    let files = ApiFiles {
        name: "library".to_owned(),
        package: None,
        root: folder.clone(),
        document: "library.yaml".into(),
        settings: None,
    };
    let package = files.package(Warnings::Denied).unwrap();
    let generated = package.files().find(|(path, _)| *path == "Cargo.toml");
    let generated: Table = toml::from_str(generated.unwrap().1).unwrap();
    let listed = fs::read_to_string(folder.join("Cargo.toml")).unwrap();
    let listed: Table = toml::from_str(&listed).unwrap();
    for table in ["dependencies", "features"] {
        assert_eq!(listed[table], generated[table], "{table}");
    }
}
