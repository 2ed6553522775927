//! All dialects become one: the tree of an OpenAPI 3.0 document, in which what is commonly wrong is repaired.
//!
//! Later stages know OpenAPI 3.0 only. What the newer dialect says in other words is rewritten here, whichever dialect
//! the document claims to be written in: real documents mix them.

mod detect;
mod dynamic;
mod keyword;
mod misreferred;
mod path_items;
mod reach;
mod report;
mod shape;
mod swagger;

use serde_json::{Map, Value};

use super::files::{Bundle, Bundled, FILES};
use super::grammar::Kind;
use super::origins::Origins;
use super::schema_names::SchemaNames;
use super::trail::Trail;
use crate::diagnostics::Diagnostic;
use detect::detect;
pub(crate) use keyword::{CONDITIONS, CONDITIONS_LEAD, OPEN};
use reach::Visitor;
use report::Report;

/// A tree of OpenAPI 3.0, and how it came to be.
pub(super) struct Upgraded {
    pub(super) root: Value,
    pub(super) origins: Origins,
    pub(super) names: SchemaNames,
    pub(super) bundled: Bundled,
    pub(super) problems: Vec<Diagnostic>,
}

/// Rewrites the document at `root`, together with the files that it refers to.
///
/// # Errors
/// Why it is no OpenAPI document, or none of a dialect that is known.
pub(super) fn upgrade(mut root: Value, bundle: Bundle<'_>) -> Result<Upgraded, Diagnostic> {
    let (mut origins, mut problems) = (Origins::default(), Vec::new());
    path_items::repair_all(&mut root, &mut origins, &mut problems);
    let mut swagger = None;
    if swagger::is_dialect_of(&root) {
        let defaults;
        (root, defaults) = swagger::upgrade(root, &mut origins, &mut problems);
        swagger = Some(defaults);
    }
    if let Some(members) = root.as_object_mut() {
        path_items::adopt(members, &mut origins);
    }
    let mut upgrade = Upgrade {
        report: Report::new(detect(&root)?, origins, problems),
        bundle,
        swagger,
    };
    upgrade.report.problems.extend(detect::remarks(&root));
    upgrade.bundle.adopt(&mut root, &mut upgrade.report.origins);
    reach::walk_all(&mut root, &mut upgrade);
    misreferred::correct(&mut root, &mut upgrade.report);
    dynamic::specialise(&mut root, &mut upgrade.report);
    Ok(Upgraded {
        root,
        origins: upgrade.report.origins,
        names: upgrade.report.names,
        bundled: upgrade.bundle.finish(),
        problems: upgrade.report.problems,
    })
}

struct Upgrade<'a> {
    report: Report,
    bundle: Bundle<'a>,
    /// What a document of Swagger 2.0 says for all its operations.
    swagger: Option<swagger::Defaults>,
}

impl Visitor for Upgrade<'_> {
    fn visit(&mut self, value: &mut Value, kind: Kind, trail: &Trail<'_>) {
        if let (Kind::PathItem, Value::Object(item)) = (kind, &mut *value) {
            let report = &mut self.report;
            let at = trail.pointer();
            path_items::repair(item, &at, &mut report.origins, &mut report.problems);
        }
        self.upgrade_file(value, kind, trail);
        let report = &mut self.report;
        shape::object_from(value, kind, trail, report);
        match kind {
            Kind::Schema => shape::schema_from(value, trail, report),
            Kind::Discriminator => shape::discriminator_from(value, trail, report),
            _ => {}
        }
        let Value::Object(members) = value else {
            return;
        };
        if kind == Kind::Schema {
            keyword::upgrade(members, trail, report);
        }
        shape::repair(members, kind, trail, report);
        if let Some(reference) = members.get_mut("$ref") {
            self.localise(reference, trail);
            if kind == Kind::Schema && misreferred::is_suspect(reference) {
                self.report.misreferred.insert(trail.pointer());
            }
        }
        if let (Kind::Discriminator, Some(mapping)) = (kind, members.get_mut("mapping")) {
            for target in mapping
                .as_object_mut()
                .into_iter()
                .flat_map(Map::values_mut)
            {
                self.localise_target(target, trail);
            }
        }
    }

    fn extend(&mut self, root: &mut Value) {
        self.bundle.attach(root);
    }
}

impl Upgrade<'_> {
    /// Upgrades a node of another file, if that is of Swagger 2.0.
    fn upgrade_file(&mut self, value: &mut Value, kind: Kind, trail: &Trail<'_>) {
        let Some(defaults) = self.swagger.as_ref().filter(|_| self.bundle.has_files()) else {
            return;
        };
        let at = trail.pointer();
        let Report {
            origins, problems, ..
        } = &mut self.report;
        if origins.original(&at).tokens().next().as_deref() == Some(FILES) {
            swagger::upgrade_node(defaults, value, kind, at, (origins, problems));
        }
    }

    /// Lets a reference that leads out of its file lead to the same within the tree.
    fn localise(&mut self, reference: &mut Value, trail: &Trail<'_>) {
        let text = reference.as_str().unwrap_or("#");
        if self.bundle.concerns(text)
            && let Some(local) = self.bundle.localise(text, &trail.pointer())
        {
            *reference = Value::String(local);
        }
    }

    /// The same for what a discriminator's value means: a schema's name, unless it looks like a file.
    fn localise_target(&mut self, target: &mut Value, trail: &Trail<'_>) {
        let is_file = |text: &str| {
            let has_ending = |ending: &&str| text.ends_with(*ending);
            text.contains(['#', '/']) || [".json", ".yaml", ".yml"].iter().any(has_ending)
        };
        if target.as_str().is_some_and(is_file) {
            self.localise(target, trail);
        }
    }
}
