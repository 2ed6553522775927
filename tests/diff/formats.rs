//! The forms of reports.

use std::fs;

use clientsmith::diff::{Format, JSON_SCHEMA};
use serde_json::Value;

use crate::case;

#[test]
fn json_is_as_its_schema_says() {
    let schema: Value = serde_json::from_str(JSON_SCHEMA).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    let validator = jsonschema::validator_for(&schema).unwrap();
    for case in case::all() {
        let report: Value = serde_json::from_str(&case.report().render(Format::Json)).unwrap();
        let errors: Vec<_> = validator
            .iter_errors(&report)
            .map(|error| error.to_string())
            .collect();
        assert!(errors.is_empty(), "{}: {errors:#?}", case.name());
    }
}

/// One case has its report in every form.
#[test]
fn a_report_in_every_form() {
    let case = case::all()
        .into_iter()
        .find(|case| case.name() == "several")
        .unwrap();
    let report = case.report();
    for (format, file) in [
        (Format::Markdown, "report.md"),
        (Format::Json, "report.json"),
        (Format::Github, "report.github"),
        (Format::Changelog, "changelog.md"),
    ] {
        let path = case.folder.join(file);
        let now = report.render(format);
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&path, &now).unwrap();
        }
        assert_eq!(fs::read_to_string(&path).unwrap(), now, "{file}");
    }
}
