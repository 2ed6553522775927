//! The clients in the repository are what their documents say.

use clientsmith_tests::root;
use xtask::{api, check};

#[test]
fn the_clients_are_what_their_documents_say() {
    let mut reports = String::new();
    for api in api::all(&root()).unwrap() {
        let stale = check::stale(&root(), &api.name).unwrap();
        if !stale.is_empty() {
            reports += &check::report(&api.output, &stale);
            reports += &[
                "to update, run: ",
                &check::update_command(&[&api.name]),
                "\n",
            ]
            .concat();
        }
    }
    assert!(
        reports.is_empty(),
        "\n{}",
        anstream::adapter::strip_str(&reports)
    );
}

#[test]
fn every_api_has_a_client() {
    for api in api::all(&root()).unwrap() {
        let manifest = root().join(&api.output).join("Cargo.toml");
        assert!(
            manifest.is_file(),
            "no {}; make it with: {}",
            manifest.display(),
            check::update_command(&[&api.name])
        );
    }
}
