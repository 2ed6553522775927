//! What names have to say.

use syn::visit::{self, Visit};

use crate::sources::{demand_none, rust};

/// Beginnings of names for limits; `MAX_` is the word for them.
const LIMITS: &[&str] = &["DEEPEST", "FEW", "LARGEST", "LONGEST", "MOST"];

/// The names in a file that say too little.
#[derive(Default)]
struct Names(Vec<String>);

impl Names {
    fn function(&mut self, name: &syn::Ident) {
        if name == "of" {
            self.0.push("fn of: name what it returns".to_owned());
        }
    }
}

impl<'a> Visit<'a> for Names {
    fn visit_signature(&mut self, signature: &'a syn::Signature) {
        self.function(&signature.ident);
        visit::visit_signature(self, signature);
    }

    fn visit_item_const(&mut self, item: &'a syn::ItemConst) {
        let name = item.ident.to_string();
        let is_limit = |start: &&str| name.split('_').next() == Some(start);
        if LIMITS.iter().any(is_limit) {
            self.0.push(format!("{name}: begin it with MAX_"));
        }
        visit::visit_item_const(self, item);
    }
}

#[test]
fn names_say_what_they_stand_for() {
    let folders = [
        "generator/cli/src",
        "generator/src",
        "generator/runtime/src",
        "xtask/src",
        "xtask/measure",
    ];
    let mut breaches = Vec::new();
    for source in folders.into_iter().flat_map(rust) {
        let mut names = Names::default();
        names.visit_file(&syn::parse_file(&source.text).unwrap());
        let named = names.0.into_iter();
        breaches.extend(named.map(|name| format!("{}: {name}", source.path)));
    }
    demand_none("names are plain", &breaches);
}
