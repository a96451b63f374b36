mock_provider "aws" {}

variables {
  name               = "tillgate-test"
  cidr               = "10.20.0.0/16"
  availability_zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
}

run "three_zones" {
  module { source = "../../modules/network" }
  command = plan

  assert {
    condition     = length(aws_subnet.private) == 3 && length(aws_subnet.public) == 3 && length(aws_subnet.database) == 3
    error_message = "three zones with three kinds of subnets"
  }

  assert {
    condition     = length(distinct(concat([for s in aws_subnet.private : s.cidr_block], [for s in aws_subnet.public : s.cidr_block], [for s in aws_subnet.database : s.cidr_block]))) == 9
    error_message = "subnets overlap"
  }

  assert {
    condition     = length(aws_nat_gateway.this) == 3 && alltrue([for subnet in aws_subnet.public : subnet.map_public_ip_on_launch != true])
    error_message = "each zone has a way out of its own, and nothing gets a public address by itself"
  }
}

run "one_way_out" {
  module { source = "../../modules/network" }
  command = plan
  variables { single_nat_gateway = true }

  assert {
    condition     = length(aws_nat_gateway.this) == 1 && length(aws_route_table.private) == 3
    error_message = "one gateway, and still a table for each zone"
  }
}

run "same_zone" {
  module { source = "../../modules/network" }
  command = plan
  variables { availability_zones = ["eu-west-1a", "eu-west-1a", "eu-west-1b"] }
  expect_failures = [var.availability_zones]
}

run "refused" {
  command = plan
  module { source = "../../modules/network" }
  variables {
    cidr               = "10.20.0.0/24"
    availability_zones = ["eu-west-1a", "eu-west-1b"]
    name               = "Tillgate"
  }
  expect_failures = [var.cidr, var.availability_zones, var.name]
}
