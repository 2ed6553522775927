//! A call of every operation.

use chrono::{DateTime, FixedOffset};
use serde_json::json;
use tiger_cloud::Client;
use tiger_cloud::models::{
    EnvironmentTag, Error, ForkServiceCreate, ForkStrategy, IdentifyUserBody, PeeringCreate,
    ReadReplicaSetCreate, ResizeInput, ServiceCreate, ServiceCreateAddon, ServiceVpcInput,
    SetEnvironmentInput, SetEnvironmentInputEnvironment, SetHaReplicaInput, TrackEventBody,
    UpdatePasswordInput, VpcCreate, VpcRename,
};

use crate::adapter::adapter;
use crate::contract::{Call, Row};

adapter!(tiger_cloud, errors: [Error]);

const PROJECT: &str = "q4w8n2tzkc";
const SERVICE: &str = "m7/c3 x9?#fjvb";
const REPLICAS: &str = "größe%2F;=&+";
const VPC: &str = "2718281828";
const PEERING: &str = "..~-_.";
const CURSOR: &str = "b2x+kZ/XI= &c=ü%";
const SINCE: &str = "2025-05-05T21:30:00.123456789+05:30";
const UNTIL: &str = "2025-05-06T00:00:00Z";

/// What the calls below pass.
pub const ARGUMENTS: &[(&str, &str)] = &[
    ("project_id", PROJECT),
    ("service_id", SERVICE),
    ("replica_set_id", REPLICAS),
    ("vpc_id", VPC),
    ("peering_id", PEERING),
    ("node", "-3"),
    ("page", "7"),
    ("cursor", CURSOR),
    ("since", SINCE),
    ("until", UNTIL),
];

/// The calls, in the order of the document.
pub const CALLS: &[Row<Call<Client>>] = &[
    ("getAuthInfo", |client| {
        outcome(client.get_auth_info().send())
    }),
    ("identifyUser", |client| {
        outcome(client.identify_user(&IdentifyUserBody::new()).send())
    }),
    ("identifyUser", |client| {
        let traits = [
            ("team".to_owned(), json!("größe")),
            ("seats".to_owned(), json!([12, null])),
        ];
        outcome(
            client
                .identify_user(&IdentifyUserBody::new().properties(traits.into()))
                .send(),
        )
    }),
    ("trackEvent", |client| {
        outcome(
            client
                .track_event(&TrackEventBody::new("backup_checked"))
                .send(),
        )
    }),
    ("trackEvent", |client| {
        let details = [
            ("duration_ms".to_owned(), json!(840.5)),
            ("dry_run".to_owned(), json!(null)),
        ];
        outcome(
            client
                .track_event(&TrackEventBody::new("").properties(details.into()))
                .send(),
        )
    }),
    ("getVPCs", |client| outcome(client.get_vpcs(PROJECT).send())),
    ("createVPC", |client| {
        let body = VpcCreate::new("172.20.0.0/20", "stations-net", "eu-west-1");
        outcome(client.create_vpc(PROJECT, &body).send())
    }),
    ("getVPC", |client| {
        outcome(client.get_vpc(PROJECT, VPC).send())
    }),
    ("deleteVPC", |client| {
        outcome(client.delete_vpc(PROJECT, VPC).send())
    }),
    ("renameVPC", |client| {
        outcome(
            client
                .rename_vpc(PROJECT, VPC, &VpcRename::new("\"\u{0}\n"))
                .send(),
        )
    }),
    ("getVPCPeerings", |client| {
        outcome(client.get_vpc_peerings(PROJECT, VPC).send())
    }),
    ("createVPCPeering", |client| {
        let body = PeeringCreate::new("000011112222", "aws-eu-west-1", "vpc-0a1b2c3d");
        outcome(client.create_vpc_peering(PROJECT, VPC, &body).send())
    }),
    ("getVPCPeering", |client| {
        outcome(client.get_vpc_peering(PROJECT, VPC, PEERING).send())
    }),
    ("deleteVPCPeering", |client| {
        outcome(client.delete_vpc_peering(PROJECT, VPC, PEERING).send())
    }),
    ("getServices", |client| {
        outcome(client.get_services(PROJECT).send())
    }),
    ("createService", |client| {
        outcome(
            client
                .create_service(PROJECT, &ServiceCreate::new(""))
                .send(),
        )
    }),
    ("createService", |client| {
        let sized = ServiceCreate::new("station-readings")
            .cpu_millis("2000")
            .memory_gbs("shared")
            .replica_count(1);
        let placed = sized
            .region_code("eu-west-1")
            .environment_tag(EnvironmentTag::Prod);
        let body = placed.addons([ServiceCreateAddon::TimeSeries, ServiceCreateAddon::Ai]);
        outcome(client.create_service(PROJECT, &body).send())
    }),
    ("getService", |client| {
        outcome(client.get_service(PROJECT, SERVICE).send())
    }),
    ("deleteService", |client| {
        outcome(client.delete_service(PROJECT, SERVICE).send())
    }),
    ("startService", |client| {
        outcome(client.start_service(PROJECT, SERVICE).send())
    }),
    ("stopService", |client| {
        outcome(client.stop_service(PROJECT, SERVICE).send())
    }),
    ("attachServiceToVPC", |client| {
        outcome(
            client
                .attach_service_to_vpc(PROJECT, SERVICE, &ServiceVpcInput::new(VPC))
                .send(),
        )
    }),
    ("detachServiceFromVPC", |client| {
        outcome(
            client
                .detach_service_from_vpc(PROJECT, SERVICE, &ServiceVpcInput::new(VPC))
                .send(),
        )
    }),
    ("resizeService", |client| {
        outcome(
            client
                .resize_service(PROJECT, SERVICE, &ResizeInput::new("4000", "16"))
                .send(),
        )
    }),
    ("enablePooler", |client| {
        outcome(client.enable_pooler(PROJECT, SERVICE).send())
    }),
    ("disablePooler", |client| {
        outcome(client.disable_pooler(PROJECT, SERVICE).send())
    }),
    ("forkService", |client| {
        outcome(
            client
                .fork_service(PROJECT, SERVICE, &ForkServiceCreate::new(ForkStrategy::Now))
                .send(),
        )
    }),
    ("forkService", |client| {
        let sized = ForkServiceCreate::new(ForkStrategy::Pitr)
            .cpu_millis("500")
            .memory_gbs("2");
        let body = sized
            .name("trial")
            .target_time(time(SINCE))
            .environment_tag(EnvironmentTag::Dev);
        outcome(client.fork_service(PROJECT, SERVICE, &body).send())
    }),
    ("updatePassword", |client| {
        outcome(
            client
                .update_password(PROJECT, SERVICE, &UpdatePasswordInput::new("sëcret"))
                .send(),
        )
    }),
    ("setEnvironment", |client| {
        let body = SetEnvironmentInput::new(SetEnvironmentInputEnvironment::Prod);
        outcome(client.set_environment(PROJECT, SERVICE, &body).send())
    }),
    ("getServiceLogs", |client| {
        outcome(client.get_service_logs(PROJECT, SERVICE).send())
    }),
    ("getServiceLogs", |client| {
        let span = client
            .get_service_logs(PROJECT, SERVICE)
            .since(time(SINCE))
            .until(time(UNTIL));
        #[expect(deprecated, reason = "what is deprecated has to work still")]
        outcome(span.node(-3).page(7).cursor(CURSOR).send())
    }),
    ("setHAReplica", |client| {
        outcome(
            client
                .set_ha_replica(PROJECT, SERVICE, &SetHaReplicaInput::new().replica_count(2))
                .send(),
        )
    }),
    ("setHAReplica", |client| {
        outcome(
            client
                .set_ha_replica(
                    PROJECT,
                    SERVICE,
                    &SetHaReplicaInput::new().sync_replica_count(0),
                )
                .send(),
        )
    }),
    ("getReplicaSets", |client| {
        outcome(client.get_replica_sets(PROJECT, SERVICE).send())
    }),
    ("createReplicaSet", |client| {
        let body = ReadReplicaSetCreate::new(500, 2, "dashboards", 3);
        outcome(client.create_replica_set(PROJECT, SERVICE, &body).send())
    }),
    ("deleteReplicaSet", |client| {
        outcome(client.delete_replica_set(PROJECT, SERVICE, REPLICAS).send())
    }),
    ("resizeReplicaSet", |client| {
        outcome(
            client
                .resize_replica_set(PROJECT, SERVICE, REPLICAS, &ResizeInput::new("4000", "16"))
                .send(),
        )
    }),
    ("enableReplicaPooler", |client| {
        outcome(
            client
                .enable_replica_pooler(PROJECT, SERVICE, REPLICAS)
                .send(),
        )
    }),
    ("disableReplicaPooler", |client| {
        outcome(
            client
                .disable_replica_pooler(PROJECT, SERVICE, REPLICAS)
                .send(),
        )
    }),
    ("setReplicaEnvironment", |client| {
        let body = SetEnvironmentInput::new(SetEnvironmentInputEnvironment::Dev);
        outcome(
            client
                .set_replica_environment(PROJECT, SERVICE, REPLICAS, &body)
                .send(),
        )
    }),
];

fn time(text: &str) -> DateTime<FixedOffset> {
    text.parse().unwrap()
}
