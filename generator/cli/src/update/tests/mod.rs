mod names;
mod releases;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::update::journal::Journal;
use crate::update::{NewDocument, Plan, Target, UpdateError, finish, lock};
use clientsmith::ApiFiles;
use clientsmith::api_files::Warnings;

const OLD: &str = "
openapi: 3.0.3
info: { title: Ping, version: '1' }
paths:
  /ping: { get: { operationId: ping, responses: { '204': { description: Pong. } } } }
";

/// Returns a client of [`OLD`], and a new document `new.yaml` with one more operation.
fn repository() -> TempDir {
    let root = tempfile::tempdir().unwrap();
    fs::create_dir(root.path().join("spec")).unwrap();
    fs::write(root.path().join("spec/ping.yaml"), OLD).unwrap();
    let pong = OLD.lines().last().unwrap().replace("ping", "pong");
    fs::write(root.path().join("new.yaml"), format!("{OLD}{pong}\n")).unwrap();
    let target = target(root.path());
    let package = target.files.package(Warnings::Shown).unwrap();
    package.write_to(&root.path().join(&target.output)).unwrap();
    root
}

fn target(root: &Path) -> Target {
    let settings = Path::new("spec/ping.toml");
    Target {
        files: ApiFiles {
            name: "ping".into(),
            package: None,
            root: root.to_owned(),
            document: "spec/ping.yaml".into(),
            settings: root.join(settings).is_file().then(|| settings.into()),
        },
        output: "client".into(),
        settings: settings.into(),
    }
}

fn plan(root: &Path) -> Result<Plan, UpdateError> {
    let document = NewDocument {
        path: &root.join("new.yaml"),
        source: None,
        day: "2026-03-27",
        warnings: Warnings::Shown,
    };
    Plan::new(&target(root), &document)
}

fn update_to(root: &Path, document: &str) -> Plan {
    fs::write(root.join("new.yaml"), document).unwrap();
    let planned = plan(root).unwrap();
    planned.carry_out().unwrap();
    planned
}

/// Returns every file with its content.
fn tree(root: &Path) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(root).unwrap().display().to_string();
                files.insert(name, fs::read_to_string(path).unwrap());
            }
        }
    }
    files
}

#[test]
fn an_update_brings_everything_to_the_new_document() {
    let root = repository();
    let planned = plan(root.path()).unwrap();
    assert_eq!(planned.version.to_string(), "0.1.1");
    planned.carry_out().unwrap();
    let files = tree(root.path());
    assert_eq!(files["spec/ping.yaml"], files["new.yaml"]);
    assert_eq!(files["spec/ping.toml"], "[package]\nversion = \"0.1.1\"\n");
    assert!(files["client/CHANGELOG.md"].ends_with(
        "\n## 0.1.1 - 2026-03-27\n\nAPI document: version `1`.\nNo code has to change.\n\n### Added\n\n- Operation `pong` was added: `Client::pong`.\n"
    ));
    assert!(files["client/Cargo.toml"].contains("version = \"0.1.1\""));
    let again = plan(root.path()).unwrap();
    assert!(again.is_done().unwrap());
    assert_eq!(tree(root.path()), files);
}

#[test]
fn what_makes_the_same_client_has_no_version() {
    let schema = "components: { schemas: { Pet: { properties: { a: { type: string }, b: { type: string } } } } }\n";
    let other = schema.replace("a: { type: string }, b:", "b: { type: string }, a:");
    for (new, version) in [
        (format!("# Written another way.\n{OLD}{schema}"), "0.1.0"),
        (format!("{OLD}{other}"), "0.1.1"),
    ] {
        let root = repository();
        fs::write(root.path().join("spec/ping.yaml"), format!("{OLD}{schema}")).unwrap();
        fs::write(root.path().join("new.yaml"), &new).unwrap();
        let planned = plan(root.path()).unwrap();
        assert_eq!(planned.version.to_string(), version, "{new}");
        assert_eq!(planned.entry.is_some(), version != "0.1.0");
        planned.carry_out().unwrap();
        assert_eq!(tree(root.path())["spec/ping.yaml"], new);
    }
}

#[test]
fn an_update_that_was_cut_short_anywhere_is_finished_once() {
    let whole = repository();
    plan(whole.path()).unwrap().carry_out().unwrap();
    let whole = tree(whole.path());
    for count in 0..=3 {
        let root = repository();
        let planned = plan(root.path()).unwrap();
        planned.journal.begin(&planned.target).unwrap();
        let begun = planned.journal.first(count);
        begun.carry_out(&planned.target).unwrap();
        assert!(finish(&target(root.path())).unwrap().is_some(), "{count}");
        assert_eq!(tree(root.path()), whole, "{count}");
        assert!(finish(&target(root.path())).unwrap().is_none(), "{count}");
    }
}

#[test]
fn what_someone_changed_since_is_not_overwritten() {
    let root = repository();
    let planned = plan(root.path()).unwrap();
    planned.journal.begin(&planned.target).unwrap();
    fs::write(root.path().join("spec/ping.yaml"), "mine").unwrap();
    let before = tree(root.path());
    let refused = finish(&target(root.path())).unwrap_err();
    assert!(matches!(refused, UpdateError::Moved { .. }), "{refused}");
    assert_eq!(tree(root.path()), before);
    let refused = planned.carry_out().unwrap_err();
    assert!(matches!(refused, UpdateError::UnderWay(_)), "{refused}");
    Journal::end(&planned.target).unwrap();
}

#[test]
fn a_document_with_errors_changes_nothing() {
    for (new, reason) in [
        ("openapi: 3.0.3\ninfo: [", "document"),
        ("openapi: 9.0.0", "document"),
    ] {
        let root = repository();
        fs::write(root.path().join("new.yaml"), new).unwrap();
        let before = tree(root.path());
        let refused = plan(root.path()).unwrap_err();
        assert!(
            matches!(refused, UpdateError::Input(_)),
            "{reason}: {refused}"
        );
        assert_eq!(tree(root.path()), before);
    }
}

#[test]
fn files_beside_the_document_come_with_it() {
    let root = repository();
    let put = |path: &str, text: &str| fs::write(root.path().join(path), text).unwrap();
    let schema = "components: { schemas: { Pet: { $ref: 'PATH' } } }\n";
    put("pet.yaml", "type: string\n");
    put(
        "new.yaml",
        &format!("{OLD}{}", schema.replace("PATH", "pet.yaml")),
    );
    put("spec/pet.yaml", "type: integer\n");
    let refused = plan(root.path()).unwrap_err();
    assert!(matches!(refused, UpdateError::InTheWay(_)), "{refused}");
    fs::remove_file(root.path().join("spec/pet.yaml")).unwrap();
    plan(root.path()).unwrap().carry_out().unwrap();
    assert_eq!(tree(root.path())["spec/pet.yaml"], "type: string\n");
    put("new.yaml", OLD);
    let planned = plan(root.path()).unwrap();
    assert_eq!(planned.unused, [Path::new("spec/pet.yaml")]);
    let own = schema.replace(
        "'PATH' }",
        "'new.yaml#/components/schemas/Dog' }, Dog: { type: string }",
    );
    put("new.yaml", &format!("{OLD}{own}"));
    let refused = plan(root.path()).unwrap_err();
    assert!(matches!(refused, UpdateError::Renamed { .. }), "{refused}");
}

#[test]
fn documents_keep_their_encoding() {
    let root = repository();
    let utf_16 = |text: &str| {
        let units = format!("\u{FEFF}{text}");
        units.encode_utf16().flat_map(u16::to_le_bytes).collect()
    };
    let new: Vec<u8> = utf_16(&fs::read_to_string(root.path().join("new.yaml")).unwrap());
    fs::write(root.path().join("new.yaml"), &new).unwrap();
    let planned = plan(root.path()).unwrap();
    planned.journal.begin(&planned.target).unwrap();
    assert!(finish(&target(root.path())).unwrap().is_some());
    assert_eq!(fs::read(root.path().join("spec/ping.yaml")).unwrap(), new);
    assert!(plan(root.path()).unwrap().is_done().unwrap());
    fs::write(root.path().join("new.yaml"), OLD).unwrap();
    plan(root.path()).unwrap().carry_out().unwrap();
    assert_eq!(
        fs::read_to_string(root.path().join("spec/ping.yaml")).unwrap(),
        OLD
    );
}

#[test]
fn one_update_runs_at_a_time() {
    let root = repository();
    let first = lock(&target(root.path())).unwrap();
    let refused = lock(&target(root.path())).unwrap_err();
    assert!(matches!(refused, UpdateError::Locked(_)), "{refused}");
    drop(first);
    let _second = lock(&target(root.path())).unwrap();
}

#[cfg(unix)]
#[test]
fn links_stay_and_their_targets_are_replaced() {
    let root = repository();
    let path = |path: &str| root.path().join(path);
    fs::create_dir(path("targets")).unwrap();
    fs::rename(path("spec/ping.yaml"), path("targets/api.yaml")).unwrap();
    fs::write(path("targets/settings.toml"), "[package]\n").unwrap();
    for (file, link) in [
        ("api.yaml", "spec/ping.yaml"),
        ("settings.toml", "spec/ping.toml"),
    ] {
        std::os::unix::fs::symlink(Path::new("../targets").join(file), path(link)).unwrap();
    }
    plan(root.path()).unwrap().carry_out().unwrap();
    let files = tree(root.path());
    assert_eq!(files["targets/api.yaml"], files["new.yaml"]);
    assert!(files["targets/settings.toml"].contains("version = \"0.1.1\""));
    assert!(path("spec/ping.yaml").is_symlink() && path("spec/ping.toml").is_symlink());
}

#[test]
fn line_endings_stay() {
    let root = repository();
    fs::write(
        root.path().join("spec/ping.toml"),
        "\u{feff}[package]\r\nversion = '0.3.0'\r\n",
    )
    .unwrap();
    fs::write(
        root.path().join("client/CHANGELOG.md"),
        "\u{feff}# Ours\r\n",
    )
    .unwrap();
    plan(root.path()).unwrap().carry_out().unwrap();
    let files = tree(root.path());
    assert_eq!(
        files["spec/ping.toml"],
        "\u{feff}[package]\r\nversion = \"0.3.1\"\r\n"
    );
    let changelog = &files["client/CHANGELOG.md"];
    assert!(changelog.starts_with("\u{feff}# Ours\r\n\r\n## 0.3.1 - "));
    assert_eq!(
        changelog.matches('\n').count(),
        changelog.matches("\r\n").count()
    );
}
