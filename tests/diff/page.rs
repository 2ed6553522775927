//! The page of HTML, in a browser.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use clientsmith::diff::{Format, Report};
use clientsmith::{Document, Settings};
use tempfile::TempDir;

use crate::case;

/// What Chromium is called.
const BROWSERS: &[&str] = &["chromium", "chromium-browser", "google-chrome"];

/// The checks, which run in the page and leave what they found there.
const CHECKS: &str = include_str!("page_check.js");

/// No window is as narrow as a telephone, so a frame is.
const FRAME: &str = "<!DOCTYPE html>
<body style=\"margin: 0\">
<script>
  addEventListener(\"message\", (event) => {
    const outcome = document.createElement(\"pre\");
    outcome.id = \"outcome\";
    outcome.textContent = event.data;
    document.body.append(outcome);
  });
</script>
<iframe width=\"400\" height=\"900\" style=\"border: 0\" srcdoc=\"{{PAGE}}\"></iframe>
";

/// The filters work, nothing is wider than the page, and no request leaves it.
#[test]
#[ignore = "needs Chromium"]
fn the_page_works_in_a_browser() {
    let browser = browser().expect("Chromium is installed");
    let folder = tempfile::tempdir().unwrap();
    for (name, report) in [
        ("several", several()),
        ("hostile", hostile()),
        ("unchanged", unchanged()),
    ] {
        let page = checked(&report);
        let framed = page.replace('&', "&amp;").replace('"', "&quot;");
        let framed = FRAME.replace("{{PAGE}}", &framed);
        for (width, page) in [("1300", &page), ("400", &framed)] {
            let outcome = outcome(&browser, &folder, page);
            assert_eq!(outcome.as_deref(), Some("ok"), "{name}, {width} pixels");
        }
    }
}

/// A report cannot end the script that it stands in.
#[test]
fn a_page_holds_any_text() {
    let page = hostile().render(Format::Html);
    let script = page.split("id=\"report\">").nth(1).unwrap();
    let json = script.split("</script>").next().unwrap();
    assert!(json.contains("\\u003c/script>"), "{json}");
    serde_json::from_str::<serde_json::Value>(json).unwrap();
}

fn several() -> Report {
    let mut cases = case::all().into_iter();
    cases
        .find(|case| case.name() == "several")
        .unwrap()
        .report()
}

/// Names that are long, end scripts, run from right to left or cannot be seen.
fn hostile() -> Report {
    let long = "a".repeat(300);
    let names = [
        long.as_str(),
        "</script><b>",
        "\u{202e}evil",
        "\u{1}",
        "\u{1f600}",
        "a`b",
    ];
    let properties = |kind: &str| {
        let member = |name: &&str| format!("{}: {{ type: {kind} }}", serde_json::json!(name));
        names.iter().map(member).collect::<Vec<_>>().join(", ")
    };
    let document = |kind: &str| {
        let text = format!(
            "{{ openapi: 3.0.3, info: {{ title: Hostile, version: '1' }}, paths: {{ /a: {{ get: {{ operationId: a, \
             tags: [{}], responses: {{ '200': {{ description: A., content: {{ application/json: {{ schema: \
             {{ type: object, properties: {{ {} }} }} }} }} }} }} }} }} }} }}",
            serde_json::json!(names[1]),
            properties(kind)
        );
        Document::read("</script>.yaml", text.as_bytes()).unwrap()
    };
    let settings = Settings::for_package("hostile");
    Report::between(&document("string"), &document("integer"), &settings)
}

fn unchanged() -> Report {
    let mut cases = case::all().into_iter();
    let case = cases.find(|case| case.name().starts_with("unchanged"));
    case.unwrap().report()
}

/// The page with the checks at its end.
fn checked(report: &Report) -> String {
    let page = report.render(Format::Html);
    let (before, after) = page.rsplit_once("</body>").unwrap();
    format!("{before}<script>{CHECKS}</script>\n</body>{after}")
}

/// What the checks found.
fn outcome(browser: &Path, folder: &TempDir, page: &str) -> Option<String> {
    let path = folder.path().join("page.html");
    fs::write(&path, page).unwrap();
    let mut command = Command::new(browser);
    command.args(["--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"]);
    // No name leads anywhere: a request would fail, and the checks see it.
    command.args([
        "--host-resolver-rules=MAP * ~NOTFOUND",
        "--window-size=1300,900",
    ]);
    command.arg("--virtual-time-budget=10000");
    command.arg(format!(
        "--user-data-dir={}",
        folder.path().join("profile").display()
    ));
    command.arg(format!("file://{}", path.display()));
    let output = command.output().unwrap();
    let page = String::from_utf8_lossy(&output.stdout).into_owned();
    let outcome = page.split("<pre id=\"outcome\">").nth(1)?;
    Some(outcome.split("</pre>").next()?.to_owned())
}

fn browser() -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&folders).collect();
    let mut candidates = BROWSERS
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    candidates.find(|path| path.is_file())
}
