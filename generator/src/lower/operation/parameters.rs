//! Parameters of an operation, and how they are written (OpenAPI 3.0.3, Parameter Object, Style Values).

use std::collections::BTreeMap;
use std::rc::Rc;

use hashbrown::hash_map::Entry;
use hashbrown::{HashMap, HashSet};
use openapiv3::{
    CookieStyle, HeaderStyle, Parameter as ParameterNode, ParameterData, PathStyle, QueryStyle,
};

use super::body_parameters::is_in_body;
use super::described::{Described, described};
use super::discovery::Found;
use super::naming::given_to;
use super::template;
use crate::codes::lower::{
    PARAMETER_REPEATED, PATH_PARAMETER_MENDED, PATH_PARAMETER_UNDECLARED, PATH_PARAMETER_UNUSED,
};
use crate::diagnostics::{Diagnostic, Pointer};
use crate::ir::{Items, Parameter, ParameterStyle, Place, Style};
use crate::lower::context::Context;
use crate::lower::shapes::items;
use crate::names::{Case, Scope, Wanted};
use crate::settings::OperationNames;

/// Methods that every operation has, so that no parameter can be called the same.
const RESERVED: &[&str] = &[
    "attempt_timeout",
    "body_limit",
    "clone",
    "decode_as",
    "fmt",
    "from",
    "header",
    "into",
    "into_future",
    "new",
    "raw",
    "retry",
    "send",
    "timeout",
];

/// What to do about a parameter of the query that only the path names.
const DECLARE_IN_QUERY: &str = "declare it under `parameters` with `in: query`";

/// The parameters of an operation, required ones first: those of the path in its order, then the others by name,
/// so that the order of the function's arguments does not hang on the order of the document.
pub(super) fn lower(context: &mut Context<'_>, found: &Found, has_body: bool) -> Vec<Parameter> {
    let template = template::names(&found.path);
    let mut sketches = declared(context, found);
    reconcile_with_path(context, found, &template, &mut sketches);
    add_query(context, found, &mut sketches);
    for sketch in &mut sketches {
        if sketch.place == Place::Path && found.spanning.contains(&sketch.wire) {
            *sketch = Rc::new(sketch.spanning());
        }
    }
    let places: HashMap<&str, usize> = template
        .iter()
        .enumerate()
        .map(|(place, name)| (name.as_str(), place))
        .collect();
    sketches.sort_by(|left, right| order(left, &places).cmp(&order(right, &places)));
    named(sketches, has_body, given_to(context, found))
}

fn order<'a>(sketch: &'a Described, template: &HashMap<&str, usize>) -> (usize, usize, &'a str) {
    match (sketch.place, sketch.required) {
        (Place::Path, _) => {
            let place = template.get(sketch.wire.as_str()).copied();
            (0, place.unwrap_or(usize::MAX), "")
        }
        (_, true) => (1, 0, &sketch.wire),
        (_, false) => (2, 0, ""),
    }
}

fn named(
    sketches: Vec<Rc<Described>>,
    has_body: bool,
    given: Option<&OperationNames>,
) -> Vec<Parameter> {
    let given = |sketch: &Described| given?.parameters.get(&sketch.wire);
    let texts: Vec<String> = sketches.iter().map(|sketch| wanted_name(sketch)).collect();
    let wanted: Vec<_> = texts
        .iter()
        .zip(&sketches)
        .map(|(text, sketch)| Wanted {
            text,
            deprecated: sketch.deprecated,
            given: given(sketch).map(String::as_str),
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
    let mut places = HashMap::new();
    for list in lists(found) {
        let overridden = sketches.len();
        for at in items(context, &list, "`parameters`") {
            if is_in_body(context.document, &at) {
                continue;
            }
            let Some(sketch) = described(context, &at) else {
                continue;
            };
            match places.entry(sketch.identity()) {
                Entry::Vacant(place) => {
                    place.insert(sketches.len());
                    sketches.push(sketch);
                }
                Entry::Occupied(known) if *known.get() < overridden => {}
                Entry::Occupied(_) => context.report(
                    &PARAMETER_REPEATED,
                    format!("duplicate parameter `{}`", sketch.wire),
                    &at,
                ),
            }
        }
    }
    sketches
}

/// Where parameters of an operation are listed, those that override others first.
pub(super) fn lists(found: &Found) -> [Pointer; 2] {
    [found.at.child("parameters"), found.item.child("parameters")]
}

/// Lets the declared path parameters and those of the template agree.
fn reconcile_with_path(
    context: &mut Context<'_>,
    found: &Found,
    template: &[String],
    sketches: &mut Vec<Rc<Described>>,
) {
    pair(context, template, sketches);
    let listed: HashSet<&String> = template.iter().collect();
    sketches.retain(|sketch| {
        let used = sketch.place != Place::Path || listed.contains(&sketch.wire);
        if !used {
            context.report(
                &PATH_PARAMETER_UNUSED,
                format!("the path `{}` has no `{{{}}}`", found.path, sketch.wire),
                &sketch.at,
            );
        }
        used
    });
    for name in undeclared(sketches, template) {
        context.report(
            &PATH_PARAMETER_UNDECLARED,
            format!("`{{{name}}}` of the path `{}` is not declared", found.path),
            &found.at,
        );
        sketches.push(Rc::new(Described::undeclared(name, &found.at)));
    }
}

/// Adds the parameters that the path names in its query and nothing describes.
fn add_query(context: &mut Context<'_>, found: &Found, sketches: &mut Vec<Rc<Described>>) {
    for name in &found.query {
        let is_same = |sketch: &Rc<Described>| sketch.place == Place::Query && sketch.wire == *name;
        if name.is_empty() || sketches.iter().any(is_same) {
            continue;
        }
        let message = format!("`{name}` of the path's query is not declared");
        let at = crate::diagnostics::Place::Pointer(found.at.clone());
        let problem = Diagnostic::new(&PATH_PARAMETER_UNDECLARED, at, message);
        context.problems.push(problem.with_help(DECLARE_IN_QUERY));
        sketches.push(Rc::new(Described::undeclared_query(name, &found.at)));
    }
}

/// The parameters of the template that none of `sketches` is.
fn undeclared<'a>(sketches: &[Rc<Described>], template: &'a [String]) -> Vec<&'a String> {
    let in_path = sketches.iter().filter(|sketch| sketch.place == Place::Path);
    let declared: HashSet<&str> = in_path.map(|sketch| sketch.wire.as_str()).collect();
    let names = template.iter();
    names
        .filter(|name| !declared.contains(name.as_str()))
        .collect()
}

/// Gives path parameters the names that the template has for them, where the two differ only in case and
/// punctuation, and no other one comes into question.
fn pair(context: &mut Context<'_>, template: &[String], sketches: &mut [Rc<Described>]) {
    let mut open: HashMap<String, Vec<&String>> = HashMap::new();
    for name in undeclared(sketches, template) {
        open.entry(essence(name)).or_default().push(name);
    }
    let listed: HashSet<&String> = template.iter().collect();
    let mut unused: BTreeMap<String, Vec<&mut Rc<Described>>> = BTreeMap::new();
    for sketch in sketches {
        if sketch.place == Place::Path && !listed.contains(&sketch.wire) {
            unused
                .entry(essence(&sketch.wire))
                .or_default()
                .push(sketch);
        }
    }
    for (essence, alike) in &mut unused {
        let names = open.get(essence).map(Vec::as_slice);
        if let ([sketch], Some([name])) = (alike.as_mut_slice(), names) {
            let message = format!("the path has no `{{{}}}`", sketch.wire);
            let note = format!("the parameter is treated as `{{{name}}}`");
            context.report_with_note(&PATH_PARAMETER_MENDED, message, note, &sketch.at);
            **sketch = Rc::new(sketch.renamed(name));
        }
    }
}

/// The letters and digits of a parameter's name; a pattern behind a colon is none of it.
fn essence(name: &str) -> String {
    let name = name.split([':', '=']).next().unwrap_or_default();
    let letters = name.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// Where a parameter goes, what is said of it, and its style where that is not the default.
pub(super) fn place_and_style(parameter: ParameterNode) -> (Place, ParameterData, ParameterStyle) {
    match parameter {
        ParameterNode::Path {
            parameter_data,
            style,
        } => (Place::Path, parameter_data, style_named(of_path(&style))),
        ParameterNode::Query {
            parameter_data,
            style,
            allow_reserved,
            ..
        } => (
            Place::Query,
            parameter_data,
            ParameterStyle {
                allow_reserved,
                ..style_named(of_query(&style))
            },
        ),
        ParameterNode::Header {
            parameter_data,
            style: HeaderStyle::Simple,
        } => (Place::Header, parameter_data, style_named(None)),
        ParameterNode::Cookie {
            parameter_data,
            style: CookieStyle::Form,
        } => (Place::Cookie, parameter_data, style_named(None)),
    }
}

fn style_named(style: Option<Style>) -> ParameterStyle {
    ParameterStyle {
        style,
        ..ParameterStyle::default()
    }
}

fn of_path(style: &PathStyle) -> Option<Style> {
    match style {
        PathStyle::Simple => None,
        PathStyle::Matrix => Some(Style::Matrix),
        PathStyle::Label => Some(Style::Label),
    }
}

fn of_query(style: &QueryStyle) -> Option<Style> {
    match style {
        QueryStyle::Form => None,
        QueryStyle::SpaceDelimited => Some(Style::SpaceDelimited),
        QueryStyle::PipeDelimited => Some(Style::PipeDelimited),
        QueryStyle::DeepObject => Some(Style::DeepObject(Items::default())),
    }
}
