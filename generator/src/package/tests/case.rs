//! A file that is renamed in nothing but case.

use super::super::path::RelativePath;
use super::super::plan::{Step, plan};
use super::super::survey::Survey;
use super::*;

#[test]
fn the_old_spelling_goes_before_the_new_one_comes() {
    let dir = tempfile::tempdir().unwrap();
    package(&[("a.rs", "1"), ("Pet.rs", "x"), ("zoo.rs", "z")])
        .write_to(dir.path())
        .unwrap();
    let renamed = package(&[("a.rs", "1"), ("pet.rs", "x")]);
    let steps = plan(&Survey::new(&renamed, dir.path()).unwrap(), &renamed);
    let at = |wanted: &dyn Fn(&Step) -> bool| steps.iter().position(wanted).unwrap();
    let removed = at(&|step| *step == Step::Remove(RelativePath::parse("Pet.rs").unwrap()));
    let installed = at(&|step| matches!(step, Step::Install { to, .. } if to == "pet.rs"));
    assert!(removed < installed);
    renamed.write_to(dir.path()).unwrap();
    assert_eq!(snapshot(dir.path()), fresh(&renamed));
}
