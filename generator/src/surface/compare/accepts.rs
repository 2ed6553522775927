//! Which arguments take what others took.

use super::steps::Step;

/// Whether an argument of type `new` takes every value that one of type `old` took.
pub(super) fn accepts(old: &[Step<'_>], new: &[Step<'_>]) -> bool {
    match (old, new) {
        (old, new) if old == new => true,
        // Every type is `Into` itself, its `Option`, its `Box` and its `Patch`.
        (
            old,
            [
                Step::Into,
                Step::Optional | Step::Boxed | Step::Patch,
                new @ ..,
            ],
        ) if old == new => true,
        (old, [Step::Into, new @ ..]) => old == new,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_converts_is_accepted() {
        let check = |old: &[Step<'_>], new: &[Step<'_>], is_accepted| {
            assert_eq!(accepts(old, new), is_accepted, "{old:?} {new:?}");
        };
        let (model, into) = (Step::Model("A"), Step::Into);
        check(&[model], &[model], true);
        check(&[model], &[into, model], true);
        check(&[into, model], &[model], false);
        check(&[model], &[into, Step::Patch, model], true);
        check(&[into, model], &[into, Step::Patch, model], false);
    }
}
