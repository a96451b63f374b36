locals {
  name = "tillgate-${var.environment}"
}

module "keys" {
  source = "../../modules/keys"

  name = local.name
}

module "network" {
  source = "../../modules/network"

  name               = local.name
  cidr               = var.vpc_cidr
  availability_zones = var.availability_zones
}

module "cluster" {
  source = "../../modules/cluster"

  name        = local.name
  subnet_ids  = module.network.private_subnet_ids
  kms_key_arn = module.keys.arns["cluster"]
  api_cidrs   = var.api_cidrs
}

module "database" {
  source = "../../modules/database"

  name                      = local.name
  vpc_id                    = module.network.vpc_id
  subnet_ids                = module.network.database_subnet_ids
  client_security_group_ids = { cluster = module.cluster.security_group_id }
  kms_key_arn               = module.keys.arns["database"]
  instance_class            = var.database_instance_class
  deletion_protection       = var.deletion_protection
}

module "files" {
  source = "../../modules/files"

  bucket      = var.bucket
  kms_key_arn = module.keys.arns["files"]
}

module "edge" {
  source = "../../modules/edge"

  name                      = local.name
  vpc_id                    = module.network.vpc_id
  subnet_ids                = module.network.public_subnet_ids
  cluster_name              = module.cluster.name
  cluster_security_group_id = module.cluster.security_group_id
  terminal_cidrs            = var.terminal_cidrs
  deletion_protection       = var.deletion_protection
}
