//! Which types refer to which.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::algo::kosaraju_scc;
use petgraph::graphmap::DiGraphMap;

use super::{Shape, Type, TypeRef};
use crate::names::Identifier;

/// Returns the types that a shape uses.
pub(crate) fn references(shape: &Shape) -> Box<dyn Iterator<Item = &TypeRef> + '_> {
    match shape {
        Shape::Struct(fields) => Box::new(
            fields
                .fields
                .iter()
                .map(|field| &field.ty)
                .chain(fields.extra.iter().map(|(_, ty)| ty)),
        ),
        Shape::Union(union) => Box::new(union.variants.iter().map(|variant| &variant.ty)),
        Shape::Alias(ty) | Shape::Wrapper(ty) => Box::new(std::iter::once(ty)),
        Shape::Enum(_) => Box::new(std::iter::empty()),
    }
}

/// Returns the types that lead to themselves, each with the number of its circle.
pub(crate) fn circles<'a>(
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
