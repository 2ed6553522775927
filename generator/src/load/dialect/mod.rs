//! All dialects become one: the tree of an OpenAPI 3.0 document, in which what is commonly wrong is mended.
//!
//! Later stages know OpenAPI 3.0 only. What the newer dialect says in other words is rewritten here, whichever dialect
//! the document claims to be written in: real documents mix them.

mod codes;
mod detect;
mod keyword;
mod reach;
mod report;
mod shape;

use std::collections::BTreeMap;

use serde_json::Value;

use super::grammar::Kind;
use super::origins::Origins;
use super::trail::Trail;
use crate::diagnostics::{Diagnostic, Pointer};
pub(crate) use codes::ALL as CODES;
use detect::detect;
use report::Report;

/// A tree of OpenAPI 3.0, and how it came to be.
pub(super) struct Upgraded {
    pub(super) root: Value,
    pub(super) origins: Origins,
    pub(super) anchors: BTreeMap<String, Pointer>,
    pub(super) problems: Vec<Diagnostic>,
}

/// Rewrites the document at `root`.
///
/// # Errors
/// Why it is no OpenAPI document, or none of a dialect that is known.
pub(super) fn upgrade(mut root: Value) -> Result<Upgraded, Diagnostic> {
    let dialect = detect(&root)?;
    let mut report = Report::new(dialect);
    report.problems.extend(detect::remarks(&root));
    reach::walk_all(&mut root, |value, kind, trail| {
        visit(value, kind, trail, &mut report);
    });
    Ok(Upgraded {
        root,
        origins: report.origins,
        anchors: report.anchors,
        problems: report.problems,
    })
}

fn visit(value: &mut Value, kind: Kind, trail: &Trail<'_>, report: &mut Report) {
    if kind == Kind::Schema {
        shape::schema_from(value, trail, report);
    }
    if kind == Kind::Discriminator {
        shape::discriminator_from(value, trail, report);
    }
    let Value::Object(members) = value else {
        return;
    };
    if kind == Kind::Schema {
        keyword::upgrade(members, trail, report);
    }
    shape::mend(members, kind, trail, report);
}
