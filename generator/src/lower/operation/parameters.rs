//! Parameters of an operation.

use std::collections::HashSet;
use std::rc::Rc;

use serde_json::Value;

use super::described::{Described, described};
use super::discovery::Found;
use crate::ir::{Parameter, Place};
use crate::lower::codes::{PATH_PARAMETER_UNDECLARED, PATH_PARAMETER_UNUSED};
use crate::lower::context::Context;
use crate::names::{Case, Scope, Wanted};

/// Methods that every operation has, so that no parameter can be called the same.
const RESERVED: &[&str] = &[
    "attempt_timeout",
    "clone",
    "fmt",
    "from",
    "header",
    "into",
    "into_future",
    "new",
    "retry",
    "send",
    "timeout",
];

/// The parameters of an operation, required ones first: those of the path in its order, then the others by name,
/// so that the order of the function's arguments does not hang on the order of the document.
pub(super) fn lower(context: &mut Context<'_>, found: &Found, has_body: bool) -> Vec<Parameter> {
    let template = template_names(&found.path);
    let mut sketches = declared(context, found);
    reconcile_with_path(context, found, &template, &mut sketches);
    sketches.sort_by(|left, right| order(left, &template).cmp(&order(right, &template)));
    named(sketches, has_body)
}

fn order<'a>(sketch: &'a Described, template: &[String]) -> (usize, usize, &'a str) {
    match (sketch.place, sketch.required) {
        (Place::Path, _) => (
            0,
            template
                .iter()
                .position(|name| *name == sketch.wire)
                .unwrap_or(usize::MAX),
            "",
        ),
        (_, true) => (1, 0, &sketch.wire),
        (_, false) => (2, 0, ""),
    }
}

fn named(sketches: Vec<Rc<Described>>, has_body: bool) -> Vec<Parameter> {
    let texts: Vec<String> = sketches.iter().map(|sketch| wanted_name(sketch)).collect();
    let wanted: Vec<_> = texts
        .iter()
        .zip(&sketches)
        .map(|(text, sketch)| Wanted {
            text,
            deprecated: sketch.deprecated,
        })
        .collect();
    let mut scope = Scope::with_reserved(RESERVED);
    if has_body {
        let _body = scope.claim(Case::Value, "body");
    }
    let names = scope.claim_all(Case::Value, &wanted);
    sketches
        .into_iter()
        .zip(names)
        .map(|(sketch, name)| sketch.parameter(name))
        .collect()
}

fn wanted_name(sketch: &Described) -> String {
    let reserved =
        RESERVED.contains(&crate::names::snake(&crate::names::split(&sketch.wire)).as_str());
    if reserved {
        format!("{} parameter", sketch.wire)
    } else {
        sketch.wire.clone()
    }
}

/// The parameters of the operation, and those of its path item that it does not override.
fn declared(context: &mut Context<'_>, found: &Found) -> Vec<Rc<Described>> {
    let mut sketches: Vec<Rc<Described>> = Vec::new();
    for list in [found.at.child("parameters"), found.item.child("parameters")] {
        let length = context
            .document
            .value(&list)
            .and_then(Value::as_array)
            .map_or(0, Vec::len);
        for place in 0..length {
            let Some(sketch) = described(context, &list.index(place)) else {
                continue;
            };
            if !sketches
                .iter()
                .any(|known| (&known.wire, known.place) == (&sketch.wire, sketch.place))
            {
                sketches.push(sketch);
            }
        }
    }
    sketches
}

/// The names in the braces of a path template.
fn template_names(path: &str) -> Vec<String> {
    let parts = path
        .split('{')
        .skip(1)
        .filter_map(|part| part.split_once('}'));
    let mut seen = HashSet::new();
    parts
        .map(|(name, _)| name.to_owned())
        .filter(|name| seen.insert(name.clone()))
        .collect()
}

/// Lets the declared path parameters and those of the template agree.
fn reconcile_with_path(
    context: &mut Context<'_>,
    found: &Found,
    template: &[String],
    sketches: &mut Vec<Rc<Described>>,
) {
    sketches.retain(|sketch| {
        let used = sketch.place != Place::Path || template.contains(&sketch.wire);
        if !used {
            context.report(
                &PATH_PARAMETER_UNUSED,
                format!("the path `{}` has no `{{{}}}`", found.path, sketch.wire),
                &sketch.at,
            );
        }
        used
    });
    for name in template {
        if !sketches
            .iter()
            .any(|sketch| sketch.place == Place::Path && sketch.wire == *name)
        {
            context.report(
                &PATH_PARAMETER_UNDECLARED,
                format!("`{{{name}}}` of the path `{}` is not declared", found.path),
                &found.at,
            );
            sketches.push(Rc::new(Described::undeclared(name, &found.at)));
        }
    }
}
