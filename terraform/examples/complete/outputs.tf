output "chart_values" {
  description = "What the chart has to know of all this: terraform output -json chart_values > cloud.json; helm install -f cloud.json"
  value = {
    database = {
      host = module.database.host
      port = module.database.port
      name = module.database.name
    }
    web = {
      trustedProxies = module.network.public_cidrs
    }
    terminals = {
      host   = var.terminals_host
      device = { port = module.edge.ports["device"], targetGroupArn = module.edge.target_group_arns["device"] }
      mqtt   = { port = module.edge.ports["mqtt"], targetGroupArn = module.edge.target_group_arns["mqtt"] }
    }
    networkPolicy = {
      webFrom       = [for cidr in module.network.public_cidrs : { ipBlock = { cidr = cidr } }]
      databaseTo    = [for cidr in module.network.database_cidrs : { ipBlock = { cidr = cidr } }]
      terminalsFrom = [for cidr in var.terminal_cidrs : { ipBlock = { cidr = cidr } }]
    }
  }
}

output "cluster_name" {
  description = "For kubectl."
  value       = module.cluster.name
}

output "database_master_secret_arn" {
  description = "The secret to make the two roles of the service with."
  value       = module.database.master_secret_arn
}

output "terminals_dns_name" {
  description = "What terminals_host has to point to."
  value       = module.edge.dns_name
}

output "terminals_addresses" {
  description = "Addresses that stay, for firewalls of shops."
  value       = module.edge.addresses
}

output "exit_addresses" {
  description = "The addresses that card hosts and banks see."
  value       = module.network.exit_addresses
}

output "bucket" {
  description = "For exports and copies of the database."
  value       = module.files.bucket
}

output "bucket_policy" {
  description = "Who may not touch the bucket."
  value       = module.files.policy
}
