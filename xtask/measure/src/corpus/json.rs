//! The report for a program.

use serde_json::{Value, json};

use super::report::{Findings, FreeForm, Location, Problem, Reason, Report, Stage};
use super::roundtrip::Unsampled;

/// Returns the report as JSON: `documents`, each with its stages, problems and free-form places, and how many
/// `fell_short`.
#[must_use]
pub fn json(report: &Report) -> Value {
    let documents: Vec<Value> = report.documents.iter().map(document).collect();
    json!({"fell_short": report.short(), "documents": documents})
}

fn document(found: &Findings) -> Value {
    let roundtrip = found.roundtrip.as_ref().map(|roundtrip| {
        let counts = roundtrip.counts;
        json!({"equal": roundtrip.equal, "invalid": counts.invalid, "skipped": counts.skipped})
    });
    let samples = found.samples.as_ref().map(|samples| {
        let Unsampled { schemas, unsampled } = samples.schemas;
        json!({"equal": samples.equal, "wrong": samples.wrong, "schemas": schemas, "unsampled": unsampled})
    });
    json!({
        "name": found.name,
        "falls_short": found.falls_short(),
        "warnings": found.warnings,
        "stages": found.stages().map(|(name, stage)| (name.to_owned(), self::stage(stage))).collect::<serde_json::Map<_, _>>(),
        "examples": roundtrip,
        "samples": samples,
        "free_form": found.free_form.iter().map(free_form).collect::<Vec<_>>(),
    })
}

fn stage(stage: &Stage) -> Value {
    json!({
        "seconds": stage.took.as_secs_f64(),
        "peak_memory": stage.peak_memory,
        "problems": stage.problems.iter().map(problem).collect::<Vec<_>>(),
    })
}

fn problem(problem: &Problem) -> Value {
    let place = problem.spot.as_ref().map(spot);
    let (code, message) = (&problem.code, &problem.message);
    match &problem.value {
        None => json!({"code": code, "message": message, "place": place}),
        Some(value) => json!({
            "code": code, "message": message, "place": place, "value": value, "count": problem.count,
        }),
    }
}

fn spot(spot: &Location) -> Value {
    let (line, column) = spot.line_and_column;
    json!({"pointer": spot.at.as_str(), "line": line, "column": column})
}

fn free_form(place: &FreeForm) -> Value {
    let (reason, codes) = match &place.reason {
        Reason::Document => ("document", None),
        Reason::Degraded(codes) => ("degraded", Some(codes)),
        Reason::Silent => ("silent", None),
    };
    json!({"place": spot(&place.spot), "reason": reason, "warnings": codes})
}
