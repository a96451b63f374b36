locals {
  # what the service listens on, whatever port terminals use
  pod_ports = { device = 8444, mqtt = 8883 }
  # every port from every place
  doors = merge([
    for name, port in var.listeners : {
      for cidr in var.terminal_cidrs : "${name} ${cidr}" => { port = port, cidr = cidr }
    }
  ]...)
  # subnets are known after apply, their number is not
  zones = { for index in range(length(var.subnet_ids)) : tostring(index) => var.subnet_ids[index] }
}

resource "aws_security_group" "this" {
  name_prefix = "${var.name}-edge-"
  description = "Terminals reach the balancer, the balancer reaches the pods"
  vpc_id      = var.vpc_id

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "terminals" {
  for_each = local.doors

  security_group_id = aws_security_group.this.id
  cidr_ipv4         = each.value.cidr
  ip_protocol       = "tcp"
  from_port         = each.value.port
  to_port           = each.value.port
}

resource "aws_vpc_security_group_egress_rule" "pods" {
  for_each = var.listeners

  security_group_id            = aws_security_group.this.id
  referenced_security_group_id = var.cluster_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = local.pod_ports[each.key]
  to_port                      = local.pod_ports[each.key]
}

resource "aws_vpc_security_group_ingress_rule" "pods" {
  for_each = var.listeners

  security_group_id            = var.cluster_security_group_id
  referenced_security_group_id = aws_security_group.this.id
  description                  = "${var.name}: ${each.key}"
  ip_protocol                  = "tcp"
  from_port                    = local.pod_ports[each.key]
  to_port                      = local.pod_ports[each.key]
}

resource "aws_eip" "this" {
  for_each = local.zones

  domain = "vpc"

  tags = { Name = "${var.name}-edge-${each.key}" }
}

resource "aws_lb" "this" {
  name               = var.name
  load_balancer_type = "network"
  internal           = false
  security_groups    = [aws_security_group.this.id]

  enable_cross_zone_load_balancing = true
  enable_deletion_protection       = var.deletion_protection

  dynamic "subnet_mapping" {
    for_each = local.zones
    content {
      subnet_id     = subnet_mapping.value
      allocation_id = aws_eip.this[subnet_mapping.key].id
    }
  }
}

resource "aws_lb_target_group" "this" {
  for_each = var.listeners

  name        = "${var.name}-${each.key}"
  vpc_id      = var.vpc_id
  target_type = "ip"
  protocol    = "TCP" # TLS and client certificates end in the service
  port        = local.pod_ports[each.key]

  # enrolment is limited by the caller's address, so it has to be the terminal's own
  preserve_client_ip     = true
  deregistration_delay   = var.deregistration_seconds
  connection_termination = false

  health_check {
    protocol            = "TCP"
    interval            = 10
    healthy_threshold   = 2
    unhealthy_threshold = 2
  }
}

resource "aws_lb_listener" "this" {
  for_each = var.listeners

  load_balancer_arn = aws_lb.this.arn
  protocol          = "TCP"
  port              = each.value

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.this[each.key].arn
  }
}

# The controller in the cluster only moves pods in and out of these groups.
data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole", "sts:TagSession"]
    principals {
      type        = "Service"
      identifiers = ["pods.eks.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "controller" {
  statement {
    actions   = ["elasticloadbalancing:RegisterTargets", "elasticloadbalancing:DeregisterTargets"]
    resources = [for group in aws_lb_target_group.this : group.arn]
  }

  statement {
    actions = [
      "ec2:DescribeAvailabilityZones",
      "ec2:DescribeInstances",
      "ec2:DescribeNetworkInterfaces",
      "ec2:DescribeSecurityGroups",
      "ec2:DescribeSubnets",
      "ec2:DescribeVpcs",
      "elasticloadbalancing:DescribeTargetGroups",
      "elasticloadbalancing:DescribeTargetHealth",
    ]
    resources = ["*"] # describing knows no narrower one
  }
}

resource "aws_iam_role" "controller" {
  name               = "${var.name}-balancer-controller"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_role_policy" "controller" {
  name   = "targets"
  role   = aws_iam_role.controller.id
  policy = data.aws_iam_policy_document.controller.json
}

resource "aws_eks_pod_identity_association" "controller" {
  cluster_name    = var.cluster_name
  namespace       = "kube-system"
  service_account = "aws-load-balancer-controller"
  role_arn        = aws_iam_role.controller.arn
}
