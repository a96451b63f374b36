mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  name                      = "tillgate-test"
  vpc_id                    = "vpc-00000000000000000"
  subnet_ids                = ["subnet-a", "subnet-b", "subnet-c"]
  cluster_name              = "tillgate-test"
  cluster_security_group_id = "sg-00000000000000000"
}

run "passed_through" {
  command = plan
  module { source = "../../modules/edge" }

  assert {
    condition     = alltrue([for listener in aws_lb_listener.this : listener.protocol == "TCP"])
    error_message = "client certificates are checked by the service: the balancer must not end TLS"
  }

  assert {
    condition     = alltrue([for group in aws_lb_target_group.this : tobool(group.preserve_client_ip) && group.target_type == "ip"])
    error_message = "enrolment is limited by the terminal's own address"
  }

  assert {
    condition     = aws_lb.this.load_balancer_type == "network" && aws_lb.this.enable_deletion_protection && length(aws_eip.this) == 3
    error_message = "a network balancer with an address that stays in each zone"
  }
}

run "other_doors" {
  command = plan
  module { source = "../../modules/edge" }
  variables {
    listeners      = { device = 443, mqtt = 8883 }
    terminal_cidrs = ["198.51.100.0/24", "203.0.113.0/24"]
  }

  assert {
    condition     = aws_lb_listener.this["device"].port == 443 && aws_lb_target_group.this["device"].port == 8444
    error_message = "the pods still listen on 8444"
  }

  assert {
    condition     = length(aws_vpc_security_group_ingress_rule.terminals) == 4 && alltrue([for rule in aws_vpc_security_group_ingress_rule.terminals : rule.cidr_ipv4 != "0.0.0.0/0"])
    error_message = "two ports for two networks"
  }
}

run "refused" {
  command = plan
  module { source = "../../modules/edge" }
  variables {
    listeners      = { http = 80 }
    terminal_cidrs = []
    name           = "tillgate-with-a-long-name"
  }
  expect_failures = [var.listeners, var.terminal_cidrs, var.name]
}
