//! Types that contain themselves.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::algo::kosaraju_scc;
use petgraph::graphmap::DiGraphMap;

use super::graph::{contained, named, references};
use crate::ir::{Api, Shape, Type, TypeRef};
use crate::names::Identifier;

/// Turns aliases that lead to themselves into types of their own: an alias cannot be endless.
pub(super) fn wrap_endless_aliases(api: &mut Api) {
    let is_alias = |ty: &&Type| matches!(ty.shape, Shape::Alias(_));
    let circles = circles(api.types.values().filter(is_alias), named);
    for name in circles.keys() {
        if let Some(ty) = api.types.get_mut(name)
            && let Shape::Alias(target) = &ty.shape
        {
            ty.shape = Shape::Wrapper(target.clone());
        }
    }
}

/// Boxes what would make a type of endless size. Every edge within a circle gets one, so that it does not matter
/// where the search began.
pub(super) fn box_containment(api: &mut Api) {
    let circles = circles(api.types.values(), |ty| contained(ty).cloned());
    for (name, circle) in &circles {
        let Some(ty) = api.types.get_mut(name) else {
            continue;
        };
        let same = |other: &Identifier| circles.get(other) == Some(circle);
        match &mut ty.shape {
            Shape::Struct(fields) => fields
                .fields
                .iter_mut()
                .for_each(|field| box_within(&mut field.ty, &same)),
            Shape::Union(union) => union
                .variants
                .iter_mut()
                .for_each(|variant| box_within(&mut variant.ty, &same)),
            Shape::Wrapper(target) => box_within(target, &same),
            Shape::Alias(_) | Shape::Enum(_) => {}
        }
    }
}

fn box_within(ty: &mut TypeRef, same: &dyn Fn(&Identifier) -> bool) {
    match ty {
        TypeRef::Named(name) if same(name) => *ty = TypeRef::Boxed(Box::new(ty.clone())),
        TypeRef::Optional(inner) => box_within(inner, same),
        _ => {}
    }
}

/// The types that lead to themselves, each with the number of its circle.
fn circles<'a>(
    types: impl Iterator<Item = &'a Type>,
    edge: impl Fn(&TypeRef) -> Option<Identifier>,
) -> BTreeMap<Identifier, usize> {
    let types: Vec<&Type> = types.collect();
    let numbers: BTreeMap<&Identifier, usize> = types
        .iter()
        .enumerate()
        .map(|(number, ty)| (&ty.name, number))
        .collect();
    let mut graph = DiGraphMap::<usize, ()>::new();
    for (number, ty) in types.iter().enumerate() {
        graph.add_node(number);
        for target in references(&ty.shape)
            .filter_map(&edge)
            .filter_map(|name| numbers.get(&name).copied())
        {
            graph.add_edge(number, target, ());
        }
    }
    let endless = |circle: &Vec<usize>| {
        circle.len() > 1 || circle.iter().any(|node| graph.contains_edge(*node, *node))
    };
    let circles: Vec<BTreeSet<usize>> = kosaraju_scc(&graph)
        .into_iter()
        .filter(endless)
        .map(BTreeSet::from_iter)
        .collect();
    let members = circles
        .iter()
        .enumerate()
        .flat_map(|(circle, nodes)| nodes.iter().map(move |node| (*node, circle)));
    members
        .filter_map(|(node, circle)| Some((types.get(node)?.name.clone(), circle)))
        .collect()
}
