//! What the workflows and pages say to run.

use std::collections::BTreeSet;
use std::fs;

use clientsmith_tests::root;
use serde_yaml::Value;
use toml::Table;

use crate::sources::demand_none;

const UPDATE: &str = ".github/workflows/update.yml";
const RELEASE: &str = ".github/workflows/release.yml";

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

#[test]
fn every_command_exists() {
    let commands = root().join("xtask/src/commands");
    let is_known = |name: &str| commands.join(name).with_extension("rs").is_file();
    let mut unknown = Vec::new();
    for path in [
        "README.md",
        "docs/changes.md",
        "docs/corpus.md",
        "docs/figures.md",
        "CONTRIBUTING.md",
        ".ci/run",
        ".github/workflows/ci.yml",
        UPDATE,
    ] {
        for rest in read(path).split("cargo xtask ").skip(1) {
            let name: String = rest.chars().take_while(char::is_ascii_lowercase).collect();
            if !is_known(&name) {
                unknown.push(format!("{path}: cargo xtask {name}"));
            }
        }
    }
    demand_none("commands of the project exist", &unknown);
}

#[test]
fn the_documentation_calls_the_workflow_as_it_can_be_called() {
    let workflow: Value = serde_yaml::from_str(&read(UPDATE)).unwrap();
    let inputs = &workflow["on"]["workflow_call"]["inputs"];
    let page = read("docs/changes.md");
    let example = page
        .split("```yaml\n")
        .skip(1)
        .filter_map(|rest| rest.split_once("```"))
        .find(|(example, _)| example.contains(UPDATE));
    let example: Value = serde_yaml::from_str(example.unwrap().0).unwrap();
    let job = &example["jobs"]["update"];
    assert_eq!(
        job["permissions"],
        workflow["jobs"]["update"]["permissions"]
    );
    let given = names(&job["with"]);
    let all = names(inputs);
    let is_required = |name: &&String| inputs[name.as_str()]["required"] == true;
    let required: BTreeSet<_> = all.iter().filter(is_required).cloned().collect();
    assert!(given.is_subset(&all), "{given:?} {all:?}");
    assert!(given.is_superset(&required), "{given:?} {required:?}");
}

#[test]
fn binstall_finds_what_a_release_has() {
    let workflow: Value = serde_yaml::from_str(&read(RELEASE)).unwrap();
    let archive = workflow["jobs"]["build"]["env"]["ARCHIVE"]
        .as_str()
        .unwrap();
    let folder = archive.replace("${{ matrix.target }}", "{ target }");
    let manifest: Table = toml::from_str(&read("generator/cli/Cargo.toml")).unwrap();
    let binstall = &manifest["package"]["metadata"]["binstall"];
    let url = format!("{{ repo }}/releases/download/v{{ version }}/{folder}.tar.gz");
    assert_eq!(binstall["pkg-url"].as_str(), Some(url.as_str()));
    let program = format!("{folder}/{{ bin }}{{ binary-ext }}");
    assert_eq!(binstall["bin-dir"].as_str(), Some(program.as_str()));
}

fn names(value: &Value) -> BTreeSet<String> {
    let names = value.as_mapping().unwrap().keys();
    names
        .map(|name| name.as_str().unwrap().to_owned())
        .collect()
}
