//! The forms of reports.

use std::fs;

use clientsmith::diff::{Format, JSON_SCHEMA, Report};
use clientsmith::{Document, Settings};
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

/// A pull request takes 65,536 characters, of which a report leaves some to others.
#[test]
fn a_report_for_a_pull_request_is_short() {
    let document = |kind: &str| {
        let property = |number| format!("property{number}: {{ type: {kind} }}");
        let properties: Vec<String> = (0..2_000).map(property).collect();
        let text = format!(
            "{{ openapi: 3.0.3, info: {{ title: Many, version: '1' }}, paths: {{}}, components: {{ schemas: \
             {{ Thing: {{ type: object, properties: {{ {} }} }} }} }} }}",
            properties.join(", ")
        );
        Document::read("many.yaml", text.as_bytes()).unwrap()
    };
    let settings = Settings::for_package("many");
    let report = Report::between(&document("string"), &document("integer"), &settings);
    assert_eq!(report.changes.len(), 2_000);
    let text = report.render(Format::Markdown);
    assert!(text.len() < 60_000, "{}", text.len());
    assert!(text.contains(" more changes are left out"), "{text}");
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
