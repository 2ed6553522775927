//! Names in the settings.

use std::fs;

use tempfile::TempDir;

use super::{NewDocument, OLD, Plan, Warnings, repository, target, tree, update_to};

/// Returns a document whose operation has the parameters `names`, each with values of its own.
fn with_parameters(names: &[&str]) -> String {
    let parameters = names.iter().map(|name| {
        format!(
            "{{ name: {name}, in: query, schema: {{ type: string, enum: [{name}-1, {name}-2] }} }}"
        )
    });
    let parameters = parameters.collect::<Vec<_>>().join(", ");
    OLD.replace(
        "operationId: ping,",
        &format!("operationId: ping, parameters: [{parameters}],"),
    )
}

/// Returns a client of `document` with `settings`.
fn client(document: &str, settings: &str) -> TempDir {
    let root = repository();
    fs::write(root.path().join("spec/ping.yaml"), document).unwrap();
    fs::write(root.path().join("spec/ping.toml"), settings).unwrap();
    let target = target(root.path());
    let package = target.files.package(Warnings::Denied).unwrap();
    package.write_to(&root.path().join(&target.output)).unwrap();
    root
}

const NAMED: &str = "[package]\nversion = \"1.0.0\"\n\n# Ours.\n[names.schemas.\"/paths/~1ping/get/parameters/INDEX/schema\"]\ntype = \"Chosen\"\n";

#[test]
fn names_follow_parameters() {
    for index in ["1", "query:b"] {
        let settings = NAMED.replace("INDEX", index);
        let root = client(&with_parameters(&["a", "b"]), &settings);
        let planned = update_to(root.path(), &with_parameters(&["b", "c", "a"]));
        assert_eq!(planned.version.to_string(), "1.1.0", "{index}");
        let files = tree(root.path());
        assert_eq!(
            files["spec/ping.toml"],
            NAMED.replace("INDEX", "query:b").replace("1.0.0", "1.1.0")
        );
        let api = &files["client/PUBLIC_API.txt"];
        assert!(api.contains("Chosen::B1"), "{api}");
        target(root.path()).files.package(Warnings::Denied).unwrap();
    }
}

#[test]
fn names_of_what_is_gone_are_removed() {
    let root = client(
        &with_parameters(&["a", "b"]),
        &NAMED.replace("INDEX", "query:b"),
    );
    fs::write(root.path().join("new.yaml"), with_parameters(&["a"])).unwrap();
    let document = NewDocument {
        path: &root.path().join("new.yaml"),
        source: None,
        day: "2026-03-27",
        warnings: Warnings::Denied,
    };
    let planned = Plan::new(&target(root.path()), &document).unwrap();
    assert_eq!(planned.version.to_string(), "2.0.0");
    let dropped: Vec<&str> = planned
        .dropped
        .keys()
        .iter()
        .map(|(_, name)| *name)
        .collect();
    assert_eq!(dropped, ["Chosen"]);
    planned.carry_out().unwrap();
    assert_eq!(
        tree(root.path())["spec/ping.toml"],
        "[package]\nversion = \"2.0.0\"\n"
    );
}

#[test]
fn unused_names_are_shown_in_the_settings() {
    let settings = "[names.operations.pong]\nfunction = \"other\"\n";
    let root = repository();
    fs::write(root.path().join("spec/ping.toml"), settings).unwrap();
    let package = target(root.path()).files.package(Warnings::Shown).unwrap();
    let warning = package.warnings().render(false);
    assert!(warning.contains("spec/ping.toml:2:1"), "{warning}");
}
